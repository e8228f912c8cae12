using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Checking.Lint;

/// <summary>Widgets for the linter, and its findings as short lines.</summary>
internal static class LintSamples
{
    public const string Columns = "data.table.columnsDefs.";

    /// <summary>The Live Grid example of the OpenBB docs.</summary>
    public static JsValue DocsExample { get; } = JsonText.Parse(
        """
        {
          "name": "Live Grid", "description": "Live Grid with real-time WebSocket updates", "type": "live_grid",
          "endpoint": "live_grid_data", "wsEndpoint": "live_grid_ws", "gridData": {"w": 20, "h": 9},
          "data": {"wsRowIdColumn": "symbol", "table": {"showAll": true, "columnsDefs": [
            {"field": "symbol", "headerName": "Symbol"},
            {"field": "price", "headerName": "Price", "renderFn": "showCellChange", "renderFnParams": {"colorValueKey": "change"}},
            {"field": "change_percent", "headerName": "Change %", "renderFn": "greenRed"},
            {"field": "volume", "enableCellChangeWs": false, "headerName": "Volume"}]}},
          "params": [{"paramName": "symbol", "description": "The symbol to get details for", "value": "TSLA", "label": "Symbol",
            "type": "text", "multiSelect": true, "options": [{"label": "TSLA", "value": "TSLA"}, {"label": "AAPL", "value": "AAPL"}]}]
        }
        """);

    /// <summary>A live grid with a symbol column and those given.</summary>
    public static JsValue WithColumns(string columns, string table = "{}") => WithTable(JsonText.Parse(table).Object.With(
        "columnsDefs",
        JsValue.FromList([JsonText.Parse("""{"field": "symbol", "headerName": "Symbol"}"""), .. JsonText.Parse(columns).List])));

    public static JsValue WithTable(JsValue table) => JsObject.Create(
        ("name", "N"), ("description", "D"), ("endpoint", "e"), ("type", "live_grid"), ("wsEndpoint", "ws"),
        ("data", JsObject.Create(("wsRowIdColumn", "symbol"), ("table", table))));

    /// <summary>The docs' example with keys replaced; null removes a key.</summary>
    public static JsValue With(string members)
    {
        var widget = DocsExample.Object;
        foreach (var (name, value) in JsonText.Parse(members).Object)
        {
            widget = value.IsNull ? widget.Without(name) : widget.With(name, value);
        }

        return widget;
    }

    /// <summary>The paths of one rule's findings, those below the columns without their long start.</summary>
    public static string PathsOf(string ruleId, JsValue widget) => string.Join(", ", WidgetLinter.Lint("w", widget)
        .Where(finding => finding.Rule == ruleId)
        .Select(static finding => finding.Path.Replace(Columns, "", StringComparison.Ordinal)));

    /// <summary>Asserts that each repair removes its finding and changes nothing else.</summary>
    public static void AssertRepairs(string ruleId, JsValue widget)
    {
        foreach (var finding in WidgetLinter.Lint("w", widget).Where(finding => finding.Rule == ruleId && finding.Repair is not null))
        {
            var repaired = finding.Repair!(widget);

            Assert.DoesNotContain(
                WidgetLinter.Lint("w", repaired),
                other => other.Rule == ruleId && other.Path == finding.Path && other.Message == finding.Message);
            var place = finding.Path.Split('.')[0];
            Assert.Equal(widget.Object.Without(place), (JsValue)repaired.Object.Without(place));
        }
    }
}
