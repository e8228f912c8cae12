using LiveGridStudio.App.Check;

namespace LiveGridStudio.Bench.Abuse.Bodies;

/// <summary>A long text in one place of the body that is repeated in the answer, or processed for each cell.</summary>
internal static class LongTexts
{
    private const string Idea = "long texts";
    private const int Long = 1_000_000;

    public static IEnumerable<AbuseCase> Cases =>
    [
        new AbuseBody(Idea, "a prefix of 1 MB x 100 000 rows", CheckRoutes.Preview, static () =>
            Rows($"{{\"field\":\"x\",\"prefix\":\"{new string('p', Long)}\"}}")),
        new AbuseBody(Idea, "a suffix of 2 KB x 100 000 rows", CheckRoutes.Preview, static () =>
            Rows($"{{\"field\":\"x\",\"suffix\":\"{new string('s', 2000)}\"}}")),
        new AbuseBody(Idea, "prefixes of 10 KB on 100 columns x 1 000 rows", CheckRoutes.Preview, static () => Body.Fill(
            PreviewBody.Head(Body.List(100, static i => $"{{\"field\":\"f{i}\",\"prefix\":\"{new string('p', 10_000)}\"}}"))
                + PreviewBody.Row(100) + ",",
            static i => $"{{\"x\":{i},{Body.List(100, static f => $"\"f{f}\":1")}}}", "]}", items: 1000)),
        new AbuseBody(Idea, "a hover card of 1 MB x 100 000 rows", CheckRoutes.Preview, static () =>
            Rows(HoverCard(new string('h', Long) + "{x}"))),
        new AbuseBody(Idea, "a hover card of 300 000 {x}", CheckRoutes.Preview, static () => Rows(HoverCard(Body.Repeat("{x}", 300_000)))),
        new AbuseBody(Idea, "300 000 {o} of an object of 4 MB", CheckRoutes.Preview, static () => Body.Fill(
            PreviewBody.Head(HoverCard(Body.Repeat("{o}", 300_000))) + "{\"x\":1,\"o\":[", static _ => "1", "]}]}")),
        new AbuseBody(Idea, "a click's markdown of 300 000 {o}", CheckRoutes.Preview, static () => Body.Fill(
            PreviewBody.Head(
                "{\"field\":\"x\",\"renderFn\":\"cellOnClick\",\"renderFnParams\":{\"actionType\":\"sendToAgent\",\"sendToAgent\":"
                + $"{{\"markdown\":\"{Body.Repeat("{o}", 300_000)}\"}}}}}}")
                + "{\"x\":1,\"o\":[", static _ => "1", "]}]}")),
        new AbuseBody(Idea, "a header of 1 MB x 100 000 rows", CheckRoutes.Preview, static () =>
            Rows($"{{\"field\":\"x\",\"headerName\":\"{new string('h', Long)}\"}}")),
        new AbuseBody(Idea, "a cell of 5 MiB", CheckRoutes.Preview, static () => Cell("a")),
        new AbuseBody(Idea, "a cell of é", CheckRoutes.Preview, static () => Cell("é")),
        new AbuseBody(Idea, "a cell of \\u0001", CheckRoutes.Preview, static () => Cell("\\u0001")),
        new AbuseBody(Idea, "a cell of lone surrogates", CheckRoutes.Preview, static () => Cell("\\ud800")),
        new AbuseBody(Idea, "a cell of 5 MiB of digits", CheckRoutes.Preview, static () => Cell("7")),
        new AbuseBody(Idea, "a cell of 5 MiB of blanks", CheckRoutes.Preview, static () => Cell(" ")),
        new AbuseBody(Idea, "a cell of markdown brackets", CheckRoutes.Preview, static () => Cell("[")),
        new AbuseBody(Idea, "a title-cased cell of 5 MiB", CheckRoutes.Preview, static () => Cell("a ", "\"renderFn\":\"titleCase\"")),
        new AbuseBody(Idea, "a date cell of 5 MiB", CheckRoutes.Preview, static () => Cell("1-", "\"cellDataType\":\"date\"")),
        new AbuseBody(Idea, "one list of 4 MB in a row with 1 000 columns", CheckRoutes.Preview, static () => Body.Fill(
            PreviewBody.Head(Body.List(1000, static _ => "{\"field\":\"o\"}")) + "{\"x\":1,\"o\":[", static _ => "1", "]}]}")),
    ];

    private static byte[] Rows(string column) => Body.Fill(PreviewBody.Head(column), static i => $"{{\"x\":{i}}}", "]}", items: 100_000);

    private static string HoverCard(string markdown) =>
        "{\"field\":\"x\",\"renderFn\":\"hoverCard\",\"renderFnParams\":{\"hoverCard\":{\"cellField\":\"x\",\"title\":\"{x}\",\"markdown\":\""
        + markdown + "\"}}}";

    private static byte[] Cell(string part, string settings = "\"cellDataType\":\"text\"") => Body.Fill(
        PreviewBody.Head($"{{\"field\":\"t\",{settings}}}") + "{\"x\":1,\"t\":\"", _ => part, "\"}]}", separator: "");
}
