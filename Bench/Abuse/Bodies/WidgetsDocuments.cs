using LiveGridStudio.App.Check;

namespace LiveGridStudio.Bench.Abuse.Bodies;

/// <summary><c>widgets.json</c> documents with far too much of something.</summary>
internal static class WidgetsDocuments
{
    private const string Idea = "widgets.json";

    /// <summary>A widget that Workspace accepts, open for more keys.</summary>
    public const string GoodWidget = "{\"name\":\"n\",\"description\":\"d\",\"category\":\"c\",\"endpoint\":\"e\",\"type\":\"table\"";

    /// <summary>A document with one such widget, open for more keys; <c>}}</c> ends it.</summary>
    public const string Good = "{\"w\":" + GoodWidget;

    public const string ColumnsHead = Good + ",\"data\":{\"table\":{\"columnsDefs\":[";
    public const string ColumnsTail = "]}}}}";

    public static IEnumerable<AbuseCase> Cases =>
    [
        Case("500 000 empty widgets", static () => Body.Fill("{", static i => $"\"{i}\":{{}}", "}")),
        Case("a list of 1.7 million {}", static () => Body.Fill("[", static _ => "{}", "]")),
        Case("60 000 good widgets", static () => Body.Fill("{", static i => $"\"w{i}\":{GoodWidget}}}", "}")),
        Case("an id of 1 MB and 300 000 issues", static () => Body.Fill(
            "{\"" + new string('i', 1_000_000) + "\":" + GoodWidget + ",\"data\":{\"table\":{\"columnsDefs\":[", static _ => "{}", ColumnsTail)),
        Case("a name of 1 MB and 300 000 lints", static () => Body.Fill(
            Good.Replace("\"n\"", "\"" + new string('n', 1_000_000) + "\"", StringComparison.Ordinal)
                + ",\"data\":{\"table\":{\"columnsDefs\":[",
            static _ => "{\"field\":\"x\",\"headerName\":\"X\",\"cellDataType\":\"text\"}", ColumnsTail)),
        Case("a field of 4 KB in each of 1 200 lints", static () => Columns(
            static _ => $"{{\"field\":\"{new string('f', 4000)}\",\"headerName\":\"X\",\"renderFn\":\"showCellChange\",\"enableCellChangeWs\":false}}")),
        Case("a bad value of 4 MB", static () => Body.Fill(
            Good + ",\"gridData\":{\"w\":\"", static _ => "9", "\",\"h\":1}}}", separator: "")),
        Case("a bad type of 4 MB", static () => Body.Fill(
            "{\"w\":{\"name\":\"n\",\"description\":\"d\",\"category\":\"c\",\"endpoint\":\"e\",\"type\":\"", static _ => "t", "\"}}", separator: "")),
        Case("params by the hundred thousand", static () => Params(
            static i => $"{{\"paramName\":\"p{i}\",\"type\":\"text\",\"label\":\"l\",\"description\":\"d\"}}")),
        Case("1.7 million empty params", static () => Params(static _ => "{}")),
        Case("2.6 million numbers as params", static () => Params(static _ => "1")),
        Case("a million junk options of a param", static () => Options(static _ => "1")),
        Case("150 000 good options of a param", static () => Options(static i => $"{{\"label\":\"{i}\",\"value\":\"{i}\"}}")),
        Case("a million junk values of a param", static () => Body.Fill(
            Good + ",\"params\":[{\"paramName\":\"p\",\"type\":\"text\",\"label\":\"l\",\"description\":\"d\",\"multiSelect\":true,\"value\":[",
            static _ => "{}", "]}]}}")),
        Case("a million junk sources", static () => Body.Fill(Good + ",\"source\":[", static _ => "1", "]}}")),
        Case("a million numbers as mcp_tool", static () => Body.Fill(Good + ",\"mcp_tool\":[", static _ => "1", "]}}")),
        Case("a million numbers as storage", static () => Body.Fill(Good + ",\"storage\":{\"a\":[", static _ => "1", "]}}}")),
        Case("a million junk row id columns", static () => Body.Fill(Good + ",\"data\":{\"wsRowIdColumn\":[", static _ => "1", "]}}}")),
        Case("an endpoint of 5 MiB", static () => Body.Fill(
            "{\"w\":{\"name\":\"n\",\"description\":\"d\",\"category\":\"c\",\"type\":\"table\",\"endpoint\":\"http://",
            static _ => "a.", "\"}}", separator: "")),
    ];

    /// <summary>A document with as many columns as fit.</summary>
    public static byte[] Columns(Func<int, string> column, int items = int.MaxValue) =>
        Body.Fill(ColumnsHead, column, ColumnsTail, items: items);

    private static AbuseBody Case(string name, Func<byte[]> make) => new(Idea, name, CheckRoutes.Validate, make);

    private static byte[] Params(Func<int, string> param) => Body.Fill(Good + ",\"params\":[", param, "]}}");

    private static byte[] Options(Func<int, string> option) => Body.Fill(
        Good + ",\"params\":[{\"paramName\":\"p\",\"type\":\"text\",\"label\":\"l\",\"description\":\"d\",\"options\":[", option, "]}]}}");
}
