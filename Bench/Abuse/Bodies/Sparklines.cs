using LiveGridStudio.App.Check;

namespace LiveGridStudio.Bench.Abuse.Bodies;

/// <summary>Small charts with large data.</summary>
internal static class Sparklines
{
    private const string Idea = "sparklines";

    public static IEnumerable<AbuseCase> Cases =>
    [
        new AbuseBody(Idea, "100 000 points in each of 20 rows", CheckRoutes.Preview, static () => Body.Fill(
            PreviewBody.Head(Column("x", "s")), static i => $"{{\"x\":{i},\"s\":[{Body.List(100_000, static _ => "1")}]}}", "]}", items: 20)),
        new AbuseBody(Idea, "2.5 million points in one row", CheckRoutes.Preview, static () => Body.Fill(
            PreviewBody.Head(Column("x", "s")) + "{\"x\":1,\"s\":[", static _ => "1", "]}]}")),
        new AbuseBody(Idea, "1 000 columns of one list of 2 million points", CheckRoutes.Preview, static () => Body.Fill(
            PreviewBody.Head(Body.List(1000, static i => Column($"f{i}", "s"))) + PreviewBody.Row(1000)[..^1] + ",\"s\":[",
            static _ => "1", "]}]}")),
        new AbuseBody(Idea, "objects as points", CheckRoutes.Preview, static () => Body.Fill(
            PreviewBody.Head(Column("x", "s")) + "{\"x\":1,\"s\":[", static _ => "{\"y\":1}", "]}]}")),
        new AbuseBody(Idea, "200 000 definitions, validated", CheckRoutes.Validate, static () =>
            WidgetsDocuments.Columns(static _ => "{\"field\":\"x\",\"sparkline\":{}}")),
    ];

    private static string Column(string field, string data) =>
        $"{{\"field\":\"{field}\",\"sparkline\":{{\"type\":\"line\",\"dataField\":\"{data}\"}}}}";
}
