using LiveGridStudio.App.Check;

namespace LiveGridStudio.Bench.Abuse.Bodies;

/// <summary>Messages: many, each with much to merge.</summary>
internal static class Messages
{
    private const string Idea = "messages";
    private const string Flashing = "{\"field\":\"f0\",\"renderFn\":\"showCellChange\"}";

    public static IEnumerable<AbuseCase> Cases =>
    [
        new AbuseBody(Idea, "170 000 empty ones", CheckRoutes.Preview, static () => Fill("{\"x\":1}", static i => At(i, "{}"))),
        new AbuseBody(Idea, "each appends a row", CheckRoutes.Preview, static () =>
            Fill("{\"x\":1}", static i => At(i, $"{{\"a\":{i}}}"), rowId: "\"\"")),
        new AbuseBody(Idea, "each appends a row to one of 1 000 fields", CheckRoutes.Preview, static () =>
            Fill(PreviewBody.Row(1000), static i => At(i, "{}"), rowId: "\"\"")),
        new AbuseBody(Idea, "one that appends 1.7 million {}", CheckRoutes.Preview, static () => Body.Fill(
            PreviewBody.Head(rowId: "\"\"") + "{\"x\":1}],\"messages\":[{\"at\":0,\"data\":[", static _ => "{}", "]}]}")),
        new AbuseBody(Idea, "one that appends {} to a row of 1 000 fields", CheckRoutes.Preview, static () => Body.Fill(
            PreviewBody.Head(rowId: "\"\"") + PreviewBody.Row(1000) + "],\"messages\":[{\"at\":0,\"data\":[", static _ => "{}", "]}]}")),
        new AbuseBody(Idea, "each brings the row a field more", CheckRoutes.Preview, static () =>
            Fill("{\"x\":1}", static i => At(i, $"{{\"x\":1,\"n{i}\":1}}"))),
        new AbuseBody(Idea, "the same, all at one time", CheckRoutes.Preview, static () =>
            Fill("{\"x\":1}", static i => At(0, $"{{\"x\":1,\"n{i}\":1}}"))),
        new AbuseBody(Idea, "255 fields more, the last of which in each row", CheckRoutes.Preview, static () => Body.Fill(
            PreviewBody.Head() + Body.List(100_000, static i => $"{{\"x\":{i}}}") + "],\"messages\":[{\"at\":0,\"data\":{\"x\":1,"
                + Body.List(255, static f => $"\"n{f}\":0") + ",\"z\":0}},{\"at\":0,\"data\":[",
            static i => $"{{\"x\":{i},\"z\":0}}", "]}]}", items: 100_000)),
        new AbuseBody(Idea, "each changes one of 10 000 fields", CheckRoutes.Preview, static () =>
            Fill(PreviewBody.Row(10_000), static i => At(i, $"{{\"x\":1,\"f0\":{i}}}"))),
        new AbuseBody(Idea, "the same, all at one time, as Workspace merges", CheckRoutes.Preview, static () =>
            Fill(PreviewBody.Row(10_000), static i => At(0, $"{{\"x\":1,\"f0\":{i}}}"), tail: "],\"merge\":\"workspace\"}")),
        new AbuseBody(Idea, "1 000 fields in each", CheckRoutes.Preview, static () =>
            Fill(PreviewBody.Row(1000), static i => At(i, PreviewBody.Row(1000, (i % 10).ToString(provider: null))))),
        new AbuseBody(Idea, "each flashes", CheckRoutes.Preview, static () =>
            Fill("{\"x\":1,\"f0\":1}", static i => At(i, $"{{\"x\":1,\"f0\":{i}}}"), columns: Flashing)),
        new AbuseBody(Idea, "each of an unknown row", CheckRoutes.Preview, static () =>
            Fill("{\"x\":1}", static i => At(i, $"{{\"x\":{i + 2}}}"))),
        new AbuseBody(Idea, "each of an unknown row, 50 000 rows known", CheckRoutes.Preview, static () => Fill(
            Body.List(50_000, static i => $"{{\"x\":\"k{i}\"}}"), static i => At(i, $"{{\"x\":{i + 2}}}"))),
        new AbuseBody(Idea, "one of 50 000 rows changed by each", CheckRoutes.Preview, static () => Fill(
            Body.List(50_000, static i => $"{{\"x\":{i}}}"), static i => At(i, $"{{\"x\":{i % 50_000},\"y\":{i}}}"))),
        new AbuseBody(Idea, "partial updates of one row in one list", CheckRoutes.Preview, static () => Body.Fill(
            PreviewBody.Head() + "{\"x\":1}],\"messages\":[{\"at\":0,\"data\":[", static i => $"{{\"x\":1,\"n{i % 1000}\":{i}}}", "]}]}")),
        new AbuseBody(Idea, "nulls in a list", CheckRoutes.Preview, static () => Body.Fill(
            PreviewBody.Head() + "{\"x\":1}],\"messages\":[{\"at\":0,\"data\":[", static _ => "null", "]}]}")),
        new AbuseBody(Idea, "frames that are no JSON", CheckRoutes.Preview, static () =>
            Fill("{\"x\":1}", static _ => "{\"at\":0,\"frame\":\"{\"}")),
        new AbuseBody(Idea, "one frame of 4 MB", CheckRoutes.Preview, static () => Body.Fill(
            PreviewBody.Head() + "{\"x\":1}],\"messages\":[{\"at\":0,\"frame\":\"[", static _ => "{}", "]\"}]}")),
        new AbuseBody(Idea, "backwards in time", CheckRoutes.Preview, static () =>
            Fill("{\"x\":1}", static i => At(1_000_000 - i, "{\"x\":1}"))),
        new AbuseBody(Idea, "row ids of 500 columns", CheckRoutes.Preview, static () => Fill(
            PreviewBody.Row(500), static i => At(i, "{\"x\":1}"), rowId: "[" + Body.List(500, static i => $"\"f{i}\"") + "]")),
    ];

    private static string At(int time, string data) => $"{{\"at\":{time},\"data\":{data}}}";

    private static byte[] Fill(
        string rows, Func<int, string> message, string rowId = "\"x\"", string columns = "", string tail = "]}") =>
        Body.Fill(PreviewBody.Head(columns, rowId) + rows + "],\"messages\":[", message, tail);
}
