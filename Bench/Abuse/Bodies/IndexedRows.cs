using LiveGridStudio.App.Check;

namespace LiveGridStudio.Bench.Abuse.Bodies;

/// <summary>Rows whose <c>Index</c> names the column whose settings all of their cells use.</summary>
internal static class IndexedRows
{
    private const string Idea = "index";
    private const string Cheap = "{\"condition\":\"gt\",\"value\":0,\"color\":\"red\"}";

    public static IEnumerable<AbuseCase> Cases =>
    [
        new AbuseBody(Idea, "a list of 2 million in a row of 1 000 fields", CheckRoutes.Preview, static () =>
            Body.Fill(PreviewBody.Head() + PreviewBody.Row(1000)[..^1] + ",\"Index\":[", static _ => "0", "]}]}")),
        new AbuseBody(Idea, "a text of 4 MiB in a row of 1 000 fields", CheckRoutes.Preview, static () => Body.Fill(
            PreviewBody.Head("{\"field\":\"z\"}") + PreviewBody.Row(1000)[..^1] + ",\"Index\":\"", static _ => "aaaaaaaa", "\"}]}", separator: "")),
        new AbuseBody(Idea, "a column of 20 000 rules that no row has", CheckRoutes.Preview, static () => Body.Fill(
            PreviewBody.Head(ColumnOf(20_000)), static i => PreviewBody.Row(500)[..^1] + ",\"Index\":\"z\"}", "]}", items: 200)),
        new AbuseBody(Idea, "the same, named by messages", CheckRoutes.Preview, static () => Body.Fill(
            PreviewBody.Head(ColumnOf(20_000)) + Body.List(200, static i => $"{{\"x\":{i},{PreviewBody.Row(500)["{\"x\":1,".Length..]}")
                + "],\"messages\":[", static i => $"{{\"at\":0,\"data\":{{\"x\":{i},\"Index\":\"z\"}}}}", "]}", items: 200)),
        new AbuseBody(Idea, "two rules that look within texts, in a million cells", CheckRoutes.Preview, static () => Body.Fill(
            PreviewBody.Head("{\"field\":\"z\",\"renderFn\":\"columnColor\",\"renderFnParams\":{\"colorRules\":["
                + Body.List(2, static _ => $"{{\"condition\":\"contains\",\"value\":\"{Pairs(50)}c{Pairs(50)}\",\"color\":\"red\"}}") + "]}}"),
            static i => $"{{\"x\":{i},{Body.List(98, static f => $"\"f{f}\":\"ab\"")},\"Index\":\"z\"}}", "]}")),
    ];

    private static string ColumnOf(int rules) =>
        "{\"field\":\"z\",\"renderFn\":\"columnColor\",\"renderFnParams\":{\"colorRules\":[" + Body.List(rules, static _ => Cheap) + "]}}";

    private static string Pairs(int count) => string.Concat(Enumerable.Repeat("ab", count));
}
