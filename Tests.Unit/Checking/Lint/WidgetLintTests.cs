using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Checking.Lint;

/// <summary>For each widget rule: what triggers it, and similar cases that are fine.</summary>
public sealed class WidgetLintTests
{
    private const string Table = """ "table": {"columnsDefs": [{"field": "a"}, {"field": "b"}]}""";

    [Fact]
    public void Lint_DocsExample_WarnsOfTheColorKeyOnly()
    {
        var findings = WidgetLinter.Lint("live_grid", LintSamples.DocsExample);

        var warning = Assert.Single(findings, static finding => finding.Severity > FindingSeverity.Info);
        Assert.Equal(("LG001", FindingSeverity.Warning, "live_grid"), (warning.Rule, warning.Severity, warning.WidgetId));
        Assert.Equal("data.table.columnsDefs.1.renderFnParams.colorValueKey", warning.Path);
        Assert.Equal(
            "The colour of column \"price\" follows \"change\", which is no declared column: "
            + "in Workspace it keeps the colour of the first value permanently.",
            warning.Message);
        Assert.Equal(["LG001"], findings.Select(static finding => finding.Rule));
    }

    [Theory]
    [InlineData("LG002", """{"data": {}}""", "data.wsRowIdColumn")]
    [InlineData("LG002", """{"data": {"wsRowIdColumn": ""}}""", "data.wsRowIdColumn")]
    [InlineData("LG002", """{"data": {"wsRowIdColumns": [], "wsRowIdColumn": "a"}}""", "data.wsRowIdColumns")]
    [InlineData("LG002", """{"data": {"wsRowIdColumns": ["a"]}}""", "")]
    [InlineData("LG002", """{"data": {}, "type": "table"}""", "")]
    [InlineData("LG003", """{"data": {"wsRowIdColumn": "a,b", """ + Table + "}}", "data.wsRowIdColumn")]
    [InlineData("LG003", """{"data": {"wsRowIdColumn": "a,c", """ + Table + "}}", "data.wsRowIdColumn")]
    [InlineData("LG003", """{"data": {"wsRowIdColumns": ["a", "id"], """ + Table + "}}", "data.wsRowIdColumns")]
    [InlineData("LG003", """{"data": {"wsRowIdColumn": ["a", "b"], """ + Table + "}}", "")]
    [InlineData("LG003", """{"data": {"wsRowIdColumn": "id", "table": {}}}""", "")]
    [InlineData("LG003", """{"data": {"wsRowIdColumn": "id", "table": {"showAll": true, "columnsDefs": [{"field": "a"}]}}}""", "")]
    [InlineData("LG004", """{"wsEndpoint": null}""", "wsEndpoint")]
    [InlineData("LG004", """{"wsEndpoint": " "}""", "wsEndpoint")]
    [InlineData("LG004", """{"wsEndpoint": null, "type": "table"}""", "")]
    [InlineData("LG009", """{"params": [{"paramName": "n", "type": "number", "value": 5}, {"paramName": "b", "type": "boolean", "value": true}]}""", "")]
    [InlineData("LG009", """{"params": [{"paramName": "n", "type": "number", "value": 5}, {"paramName": "b", "type": "boolean"}]}""", "params")]
    [InlineData("LG009", """{"params": [{"paramName": "s", "value": "TSLA"}, {"paramName": "t", "value": "X"}]}""", "params")]
    [InlineData("LG009", """{"params": [{"paramName": "s", "value": "TSLA"}, {"paramName": "n", "type": "number", "value": 5}]}""", "")]
    [InlineData("LG009", """{"params": [[{"paramName": "d", "type": "date"}], {"paramName": "h", "show": false}]}""", "params")]
    [InlineData("LG009", """{"params": [{"paramName": "s"}, {"paramName": "h", "value": "x", "show": false}]}""", "")]
    [InlineData("LG009", """{"params": [{"paramName": "s", "options": [{"label": "A", "value": "A"}]}]}""", "")]
    [InlineData("LG009", """{"params": [{"paramName": "s", "options": [{"label": "All", "value": ""}]}]}""", "params")]
    [InlineData("LG009", """{"params": [{"paramName": "s", "type": "tabs", "options": [{"label": "A", "value": "A"}]}]}""", "")]
    [InlineData("LG009", """{"params": []}""", "")]
    [InlineData("LG010", """{"gridData": {"w": 41, "h": 0}}""", "gridData.h, gridData.w")]
    [InlineData("LG010", """{"gridData": {"w": 0, "h": 1}}""", "gridData.w")]
    [InlineData("LG010", """{"gridData": {"w": 40, "h": 101}}""", "gridData.h")]
    [InlineData("LG010", """{"gridData": {"w": 40, "h": 100}}""", "")]
    [InlineData("LG028", """{"data": {"wsRowIdColumn": "a", "wsRowIdColunm": "a"}}""", "data.wsRowIdColunm")]
    [InlineData("LG028", """{"data": {"wsRowIdColumn": "a", "dataKey": "rows"}}""", "")]
    [InlineData("LG028", """{"data": {"columnsDefs": [{"field": "a"}]}}""", "data.columnsDefs")]
    [InlineData("LG028", """{"data": {"showAll": true}}""", "data.showAll")]
    [InlineData("LG028", """{"data": {"wsEndpoint": "ws"}}""", "data.wsEndpoint")]
    [InlineData("LG028", """{"data": {"table": {"columns": []}}}""", "data.table.columns")]
    [InlineData("LG028", """{"data": {"table": {"dataKey": "rows"}}}""", "data.table.dataKey")]
    [InlineData("LG028", """{"data": {"table": {"columnsDefs": [{"field": "a", "type": "number"}, {"field": "b", "type": "string"}]}}}""", "0.type")]
    [InlineData("LG028", """{"data": {"table": {"columnsDefs": [{"field": "a", "cellDataType": "number"}]}}}""", "")]
    [InlineData("LG028", """{"data": {"table": {"columnsDefs": [{"field": "a", "colorRules": []}, {"field": "b", "xyz": 1}]}}}""", "0.colorRules, 1.xyz")]
    [InlineData("LG028", """{"data": {"table": {"columnsDefs": [{"field": "a", "renderFnParams": {"anything": 1}}]}}}""", "")]
    [InlineData("LG028", """{"params": [{"paramName": "s", "default": "x"}]}""", "params.0.default")]
    [InlineData("LG028", """{"params": [[{"paramName": "s"}, {"paramName": "t", "optionsEndpoint": "o"}]]}""", "params.1.optionsEndpoint")]
    [InlineData("LG028", """{"params": [{"paramName": "s", "type": "endpoint", "optionsEndpoint": "o"}]}""", "")]
    [InlineData("LG012", """{"data": {"table": {"columnsDefs": [{"field": "a"}, {"field": "b", "renderFn": ["cellOnClick"], "renderFnParams": {"actionType": "groupBy", "groupByParamName": "p", "groupBy": {"valueField": "v"}}}]}}}""", "1.renderFnParams.groupByParamName")]
    [InlineData("LG012", """{"data": {"table": {"columnsDefs": [{"field": "b", "renderFn": ["cellOnClick"], "renderFnParams": {"actionType": "groupBy", "groupByParamName": "p"}}]}}}""", "")]
    [InlineData("LG012", """{"type": "table", "data": {"table": {"columnsDefs": [{"field": "a", "renderFnParams": {"groupByParamName": "p"}}]}}}""", "0.renderFnParams.groupByParamName")]
    [InlineData("LG012", """{"data": {"table": {"columnsDefs": [{"field": "a", "renderFnParams": {"actionType": "groupBy", "groupBy": {"paramName": "p"}}}]}}}""", "")]
    [InlineData("LG013", """{"endpoint": "http://example.com/x", "wsEndpoint": "WS://10.0.0.5:80/x"}""", "endpoint, wsEndpoint")]
    [InlineData("LG013", """{"params": [[{"paramName": "a"}, {"paramName": "b", "type": "endpoint", "optionsEndpoint": "http://example.com"}]]}""", "params.1.optionsEndpoint")]
    [InlineData("LG013", """{"endpoint": "http://localhost:7779/x", "wsEndpoint": "ws://127.0.0.1/x", "fileEndpoint": "http://[::1]:80/x"}""", "")]
    [InlineData("LG013", """{"endpoint": "https://example.com/x", "wsEndpoint": "wss://example.com/x", "fileEndpoint": "files"}""", "")]
    [InlineData("LG013", """{"endpoint": "http://localhost.example.com/x"}""", "endpoint")]
    [InlineData("LG014", """{"params": [{"paramName": "a"}, {"paramName": "b", "multiSelect": true}]}""", "params.1.multiSelect")]
    [InlineData("LG014", """{"params": [[{"paramName": "a"}, {"paramName": "b", "type": "endpoint", "multiSelect": true}]]}""", "params.1.multiSelect")]
    [InlineData("LG014", """{"params": [{"paramName": "b", "type": "endpoint", "optionsEndpoint": "o", "multiSelect": true}]}""", "")]
    [InlineData("LG014", """{"params": [{"paramName": "b", "multiSelect": false}]}""", "")]
    [InlineData("LG018", """{"data": {"dataKey": "rows", "table": {"transpose": true, "formatterFn": "int"}}}""", "data.dataKey, data.table.formatterFn, data.table.transpose")]
    [InlineData("LG018", """{"data": {"dataKey": "", "table": {"transpose": false, "formatterFn": null}}}""", "")]
    [InlineData("LG018", """{"type": "table", "data": {"dataKey": "rows"}}""", "")]
    [InlineData("LG023", """{"data": {"wsRowIdColumn": "a", "table": {"columnsDefs": [{"field": "a"}, {"field": "b", "enableCellChangeWs": false}]}}}""", "data.table.columnsDefs")]
    [InlineData("LG023", """{"data": {"wsRowIdColumn": "a", """ + Table + "}}", "")]
    [InlineData("LG023", """{"data": {}}""", "")]
    public void Lint_Widget_FindsWhereItIs(string ruleId, string members, string paths)
    {
        var widget = LintSamples.With(members);

        Assert.Equal(paths, LintSamples.PathsOf(ruleId, widget));
        LintSamples.AssertRepairs(ruleId, widget);
    }

    [Theory]
    [InlineData("""[{"field": "a"}, 5, {"field": "a"}, {"field": "a"}]""", "1.field, 3.field")]
    [InlineData("""[{"field": "a"}, {"field": "A"}, {}, {}]""", "")]
    public void LG011_RepeatedField(string columns, string paths)
    {
        var widget = LintSamples.WithColumns(columns);

        Assert.Equal(paths, LintSamples.PathsOf("LG011", widget));
    }

    [Fact]
    public void Repair_LegacyName_KeepsTheRest()
    {
        var widget = LintSamples.WithColumns(
            """[{"field": "a", "renderFnParams": {"x": 1, "actionType": "groupBy", "groupByParamName": "p", "groupBy": {"valueField": "v"}}}]""");
        var finding = Assert.Single(WidgetLinter.Lint("w", widget), static finding => finding.Rule == "LG012");

        Assert.Equal(
            JsonText.Parse("""{"x": 1, "actionType": "groupBy", "groupBy": {"valueField": "v", "paramName": "p"}}"""),
            finding.Repair!(widget)["data"]["table"]["columnsDefs"].List[1]["renderFnParams"]);
    }

    [Fact]
    public void Lint_ManyColumns_OrderedByPlaceThenRule()
    {
        var columns = string.Join(", ", Enumerable.Range(0, 12).Select(static i => $$"""{"field": "f{{i}}", "enableCellChangeWs": null, "renderFn": "showCellChange,titleCase", "prefix": "$"}"""));
        var paths = WidgetLinter.Lint("w", LintSamples.WithColumns($"[{columns}]"))
            .Where(static finding => finding.Rule == "LG016").Select(static finding => finding.Path);

        Assert.Equal(Enumerable.Range(1, 12).Select(static i => $"data.table.columnsDefs.{i}.enableCellChangeWs"), paths);
    }
}
