using LiveGridStudio.App.Check;

namespace LiveGridStudio.Bench.Abuse.Bodies;

/// <summary>Numbers: many, long, large and awkward to print.</summary>
internal static class Numbers
{
    private const string Idea = "numbers";

    public static IEnumerable<AbuseCase> Cases =>
    [
        new AbuseBody(Idea, "2.6 million as rows", CheckRoutes.Preview, static () => Body.Fill(PreviewBody.Head(), static _ => "1", "]}")),
        new AbuseBody(Idea, "2.6 million as widgets.json", CheckRoutes.Validate, static () => Body.Fill("[", static _ => "1", "]")),
        new AbuseBody(Idea, "2.6 million in one cell", CheckRoutes.Preview, static () =>
            Body.Fill(PreviewBody.Head() + "{\"x\":[", static _ => "1", "]}]}")),
        new AbuseBody(Idea, "one of 5 million digits", CheckRoutes.Preview, static () => One("", "7", "")),
        new AbuseBody(Idea, "one of 5 million decimals", CheckRoutes.Preview, static () => One("0.", "7", "")),
        new AbuseBody(Idea, "one with an exponent of 5 million digits", CheckRoutes.Preview, static () => One("1e", "9", "")),
        new AbuseBody(Idea, "one with an exponent of minus 5 million digits", CheckRoutes.Preview, static () => One("1e-", "9", "")),
        new AbuseBody(Idea, "1.8e308 in 200 000 rows", CheckRoutes.Preview, static () => Rows("1.7976931348623157e308", "")),
        new AbuseBody(Idea, "5e-324 in 200 000 rows", CheckRoutes.Preview, static () => Rows("5e-324", ",\"formatterFn\":\"percent\"")),
        new AbuseBody(Idea, "1.8e308 as text in 200 000 rows", CheckRoutes.Preview, static () =>
            Rows("\"1.7976931348623157e308\"", ",\"formatterFn\":\"normalizedPercent\"")),
        new AbuseBody(Idea, "0.1 to 6 places in 400 000 rows", CheckRoutes.Preview, static () =>
            Rows("0.1", ",\"formatterFn\":\"normalized\",\"decimalPlaces\":6")),
        new AbuseBody(Idea, "ties to 6 places in 200 000 rows", CheckRoutes.Preview, static () => Rows("1.0000005", ",\"decimalPlaces\":6")),
        new AbuseBody(Idea, "decimalPlaces of 1e300", CheckRoutes.Preview, static () => Rows("0.1", ",\"decimalPlaces\":1e300")),
    ];

    private static byte[] One(string before, string digit, string after) =>
        Body.Fill(PreviewBody.Head() + "{\"x\":" + before, _ => digit, after + "}]}", separator: "");

    private static byte[] Rows(string value, string settings) =>
        Body.Fill(PreviewBody.Head($"{{\"field\":\"n\"{settings}}}"), i => $"{{\"x\":{i},\"n\":{value}}}", "]}");
}
