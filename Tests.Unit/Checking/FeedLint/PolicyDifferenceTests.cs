using CsCheck;
using LiveGridStudio.Shared.Checking.FeedLint;
using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Grid.Headless;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Checking.FeedLint;

/// <summary>Wherever the documented grid and Workspace's paint different cells, a lint says so.</summary>
public sealed class PolicyDifferenceTests
{
    private static readonly string[] Explaining = ["LG001", "LG003", "LG006", "LG015", "LG016", "LG020", "LG021", "LG025", "LG026"];

    private static readonly Gen<JsValue> Values = Gen.OneOf<JsValue>(1, 2, -3, 0, "x", "12", JsValue.Null);

    private static readonly Gen<JsValue> Columns = Gen.Select(
        Gen.OneOf("a", "b", "c"),
        Gen.OneOf("showCellChange", "greenRed", "titleCase", null),
        Gen.OneOf("a", "b", "c", "d", null),
        Gen.OneOf(JsValue.Undefined, JsValue.True, JsValue.False, JsValue.Null)).Select(
            static (field, render, key, live) => (JsValue)JsObject.Create(
                ("field", field), ("headerName", field), ("renderFn", render ?? JsValue.Undefined),
                ("renderFnParams", JsObject.Create(("colorValueKey", key))), ("enableCellChangeWs", live)));

    private static readonly Gen<JsValue> Row = Gen.Select(Gen.OneOf<JsValue>("S1", "S2", "07", 7), Fields(3)).Select(WithId);

    private static readonly Gen<JsValue> Frame = Gen.OneOf(
        Row, Gen.OneOf(Row, Row, Row, Gen.Const(JsValue.Null)).Array[1, 3].Select(static rows => JsValue.FromList(rows)));

    private static readonly Gen<JsValue> Request = Gen.Select(
        Columns.Array[1, 3], Gen.Bool, Row.Array[1, 3], Frame.Array[1, 3], Gen.Int[0, 1]).Select(
            static (columns, showAll, rows, frames, apart) => (JsValue)JsObject.Create(
                ("widget", WidgetOf(columns, showAll)),
                ("rows", JsValue.FromList(rows)),
                ("messages", JsValue.FromList([.. frames.Select((frame, i) => (JsValue)JsObject.Create(("at", i * apart * 100), ("data", frame)))]))));

    [Fact]
    public void Lint_CellsDiffer_SomeFindingExplainsIt() => Request.Sample(static request =>
    {
        if (CellsOf(request, "documented") == CellsOf(request, "workspace"))
        {
            return true;
        }

        var read = PreviewRequest.Read(request, out _)!;
        return WidgetLinter.Lint(read.Widget).Concat(FeedLinter.Lint(read.Widget, read.Rows, read.Messages))
            .Any(static finding => Explaining.Contains(finding.Rule));
    }, iter: 10 * CsCheck.Check.Iter, print: static request => JsonText.Stringify(request));

    private static Gen<(string, JsValue)[]> Fields(int most) =>
        Gen.Select(Gen.OneOf("a", "b", "c", "d"), Values).Array[1, most];

    private static JsValue WithId(JsValue id, (string Name, JsValue Value)[] fields) =>
        JsObject.Create([("symbol", id), .. fields]);

    private static JsValue WidgetOf(JsValue[] columns, bool showAll) => JsObject.Create(
        ("name", "N"), ("description", "D"), ("endpoint", "e"), ("wsEndpoint", "ws"), ("type", "live_grid"),
        ("data", JsObject.Create(
            ("wsRowIdColumn", "symbol"),
            ("table", JsObject.Create(
                ("showAll", showAll),
                ("columnsDefs", JsValue.FromList([JsObject.Create(("field", "symbol"), ("headerName", "Symbol")), .. columns])))))));

    private static string CellsOf(JsValue request, string merge) => string.Join('\n', PreviewRuns
        .Run(request.Object.With("merge", merge)).Answer["rows"].List.Select(static row => JsonText.Stringify(row["cells"])));
}
