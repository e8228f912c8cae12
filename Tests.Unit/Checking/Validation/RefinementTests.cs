using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Checking.Validation;

/// <summary>Rules across keys, and Workspace's normalisation before its check.</summary>
public sealed class RefinementTests
{
    private const string Column = "data.table.columnsDefs.0.";

    [Theory]
    [InlineData("""{"renderFn": [""]}""", "renderFn.0 invalid_value")]
    [InlineData("""{"renderFn": [null, "x"]}""", "renderFn.1 invalid_value")]
    [InlineData("""{"renderFnParams": {"actionType": "groupBy"}}""", "renderFnParams custom")]
    [InlineData("""{"renderFnParams": {"actionType": "groupBy", "groupBy": {}, "colorValueKey": 5}}""", "renderFnParams custom")]
    [InlineData("""{"renderFnParams": {"actionType": "groupBy", "groupByParamName": "a", "groupBy": {"paramName": 5}}}""", "")]
    [InlineData("""{"renderFnParams": {"actionType": "groupBy", "groupByParamName": 5, "groupBy": {"paramName": "a"}}}""",
        "renderFnParams.groupByParamName invalid_type")]
    [InlineData("""{"renderFnParams": {"groupBy": {"paramName": []}}}""",
        "renderFnParams.groupBy.paramName invalid_type, renderFnParams.groupBy.paramName too_small")]
    [InlineData("""{"renderFnParams": {"actionType": "sendToAgent", "sendToAgent": {"markdown": 5}}}""", "renderFnParams custom")]
    [InlineData("""{"renderFnParams": {"sendToAgent": {"markdown": 5}}}""", "renderFnParams.sendToAgent.markdown invalid_type")]
    public void Validate_Column_ReportsAsWorkspaceDoes(string members, string issues)
    {
        var column = JsValue.FromObject(JsObject.Create(
            [new("field", "f"), new("headerName", "F"), .. JsonText.Parse(members).Object]));
        var table = JsObject.Create(("columnsDefs", JsValue.FromList(column)));

        Assert.Equal(issues, IssuesOf(("data", JsObject.Create(("table", table))), Column));
    }

    [Theory]
    [InlineData("""[{"paramName": "p", "value": 5}]""", "params.0.value invalid_type")]
    [InlineData("""[{}]""", "params.0.type invalid_union")]
    [InlineData("""[{"paramName": []}]""", "params.0.label invalid_type, params.0.paramName invalid_type, params.0.paramName too_small")]
    [InlineData("""[{"paramName": "p", "type": "number", "value": "-"}]""", "params.0.value invalid_type")]
    [InlineData("""[{"paramName": "p", "type": "number", "value": "12abc"}]""", "")]
    [InlineData("""[{"paramName": "p", "type": "number", "value": "1e999"}]""", "params.0.value invalid_union")]
    [InlineData("""[{"paramName": "p", "type": "number", "value": 1e400}]""", "params.0.value invalid_union")]
    [InlineData("""[{"paramName": "p", "type": "date", "value": 0}]""", "")]
    [InlineData("""[{"paramName": "p", "type": "boolean", "options": {}}]""", "")]
    [InlineData("""[{"paramName": "p", "show": "yes", "options": null, "label": null}]""", "")]
    [InlineData("""[[{"paramName": "p", "row": "first"}], {"paramName": "q", "row": "first"}]""", "params.1.row invalid_type")]
    [InlineData("""[{"paramName": "p", "type": "number", "multiple": true, "hidden": 1}]""", "params.0.hidden invalid_type")]
    [InlineData("""[{"paramName": "p", "roles": ["fileSelector"]}, {"paramName": "q", "roles": ["fileSelector"]}]""", "params custom")]
    public void Validate_Params_ReportsAsWorkspaceDoes(string json, string issues) =>
        Assert.Equal(issues, IssuesOf(("params", JsonText.Parse(json)), ""));

    [Theory]
    [InlineData("""{"runButton": 1, "staleTime": 1}""", "runButton invalid_type")]
    [InlineData("""{"refetchInterval": false, "staleTime": "x"}""", "")]
    [InlineData("""{"runButton": true, "refetchInterval": "", "staleTime": 1}""", "")]
    [InlineData("""{"refetchInterval": 1e400}""", "refetchInterval invalid_union")]
    [InlineData("""{"refetchInterval": "\ufeff "}""", "refetchInterval too_small")]
    [InlineData("""{"dataUpdateDisplay": []}""", "dataUpdateDisplay invalid_type, dataUpdateDisplay too_small")]
    [InlineData("""{"type": "", "defaultViz": "table"}""", "type invalid_value")]
    [InlineData("""{"type": "multi_file_viewer", "staleTime": 5}""", "params custom, staleTime too_small")]
    [InlineData("""{"type": "multi_file_viewer", "staleTime": null}""", "staleTime invalid_union")]
    public void Validate_Widget_ReportsAsWorkspaceDoes(string members, string issues)
    {
        var widget = JsObject.Create(
            [new("name", "N"), new("description", "D"), new("endpoint", "e"), .. JsonText.Parse(members).Object]);

        Assert.Equal(issues, Lines(WidgetsValidator.Validate(JsObject.Create(("w", widget))), ""));
    }

    [Theory]
    [InlineData("\"\"", null)]
    [InlineData("true", null)]
    [InlineData("[]", ValidationFailure.Shape)]
    [InlineData("[5]", ValidationFailure.Shape)]
    [InlineData("""{"$schema": "s", "w": {"name": 5}}""", ValidationFailure.Exception)]
    [InlineData("""{"name": "N"}""", ValidationFailure.Exception)]
    [InlineData("""{"w": {"name": 1, "data": {"table": {"columnsDefs": [{"renderFn": [5]}]}}}}""", ValidationFailure.Exception)]
    public void Validate_Document_FailsAsWorkspaceDoes(string json, ValidationFailure? failure) =>
        Assert.Equal(failure, WidgetsValidator.Validate(JsonText.Parse(json)).Failure);

    [Fact]
    public void Validate_AppWithBothSpellingsOfMcpServers_ReportsTheAlias()
    {
        var report = AppsValidator.Validate(JsonText.Parse("""[null, {"name": "A", "tabs": {}, "mcp_servers": [], "mcpServers": 5}]"""));

        Assert.Equal((1, "mcpServers"), (Assert.Single(report.Issues).Index, report.Issues[0].Path));
        Assert.Equal(["mcp_servers"], Assert.Single(report.UnrecognizedKeys).Keys);
    }

    private static string IssuesOf((string Name, JsValue Value) member, string prefix) => Lines(
        WidgetsValidator.Validate(JsObject.Create(
            ("w", JsObject.Create(("name", "N"), ("description", "D"), ("endpoint", "e"), member)))), prefix);

    private static string Lines(ValidationReport report, string prefix) => string.Join(
        ", ",
        report.Issues.Select(issue => $"{issue.Path[prefix.Length..]} {issue.Code}").Order(StringComparer.Ordinal));
}
