using LiveGridStudio.Shared.Checking.FeedLint;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Tests.Unit.Checking.Lint;

namespace LiveGridStudio.Tests.Unit.Checking.FeedLint;

public sealed class FeedLinterTests
{
    private const string AB = """[{"field": "a", "headerName": "A"}, {"field": "b", "headerName": "B"}]""";
    private const string Row = """[{"symbol": "X", "a": 1, "b": 2}]""";

    [Theory]
    [InlineData("LG003", AB, """[{"a": 1, "b": 2}]""", "[]", "data.wsRowIdColumn")]
    [InlineData("LG003", AB, Row, """[{"a": 2}, [{"b": 3}]]""", "data.wsRowIdColumn")]
    [InlineData("LG003", AB, Row, """[{"a": 2}, {"symbol": "X", "a": 3}]""", "")]
    [InlineData("LG003", AB, "[]", "[]", "")]
    [InlineData("LG006", AB, """[{"symbol": "X", "a": 1}, {"symbol": "Y", "a": 2}]""", "[]", "data.table.columnsDefs.2.field")]
    [InlineData("LG006", AB, """[{"symbol": "X", "a": 1, "b": null}]""", "[]", "")]
    [InlineData("LG006", AB, """[{"symbol": "X", "a": 1}, {"symbol": "Y", "b": 2}]""", "[]", "")]
    [InlineData("LG006", AB, "[]", "[]", "")]
    [InlineData("LG015", AB, """[{"symbol": "0700", "a": 1, "b": 2}]""", "[]", "data.wsRowIdColumn")]
    [InlineData("LG015", AB, """[{"symbol": "2M", "a": 1, "b": 2}]""", """[{"symbol": "2M", "a": 2}]""", "data.wsRowIdColumn")]
    [InlineData("LG015", AB, """[{"symbol": "0700", "a": 1, "b": 2}]""", """[{"symbol": 700, "a": 2}]""", "")]
    [InlineData("LG015", AB, """[{"symbol": "700", "a": 1, "b": 2}]""", """[{"symbol": "700", "a": 2}]""", "")]
    [InlineData("LG015", AB, """[{"symbol": "1001", "a": 1, "b": 2}]""", """[{"symbol": "1001", "a": 2}]""", "data.table.columnsDefs.0.field")]
    [InlineData("LG015", AB, """[{"symbol": "1001", "a": 1, "b": 2}]""", """[{"symbol": 1001, "a": 2}]""", "")]
    [InlineData("LG015", AB, Row, """[{"symbol": "X", "b": "1,234.5"}]""", "data.table.columnsDefs.2.field")]
    [InlineData("LG015", AB, Row, """[{"symbol": "X", "b": "open", "other": "5"}]""", "")]
    [InlineData("LG015", """[{"field": "a", "chartDataType": "category"}]""", Row, """[{"symbol": "X", "a": "007"}]""", "")]
    [InlineData("LG019", """[{"field": "Index"}]""", """[{"symbol": "X", "Index": "A"}]""", "[]", "data.table.columnsDefs.1.field")]
    [InlineData("LG019", """[{"field": "index"}]""", """[{"symbol": "X", "index": "A"}]""", "[]", "")]
    [InlineData("LG019", """[{"field": "last_update"}]""", """[{"symbol": "X", "last_update": 1781265600}]""", "[]", "data.table.columnsDefs.1.field")]
    [InlineData("LG019", """[{"field": "last_update", "cellDataType": "date"}]""", """[{"symbol": "X", "last_update": 1781265600}]""", "[]", "")]
    [InlineData("LG019", """[{"field": "candidate"}]""", """[{"symbol": "X", "candidate": 123456789}]""", "[]", "")]
    [InlineData("LG020", AB, Row, """[[{"symbol": "X", "a": 5}, {"symbol": "X", "b": 6}]]""", "wsEndpoint")]
    [InlineData("LG020", AB, Row, """[{"symbol": "X", "a": 5}, {"symbol": "X", "b": 6}]""", "wsEndpoint")]
    [InlineData("LG020", AB, Row, """[[{"symbol": "X", "a": 5}, {"symbol": "X", "a": 6, "b": 7}]]""", "")]
    [InlineData("LG020", AB, Row, """[[{"symbol": "X", "a": 5}, {"symbol": "X", "a": 1, "b": 7}]]""", "")]
    [InlineData("LG020", AB, Row, """[[{"symbol": "X", "a": 1}, {"symbol": "X", "b": 7}]]""", "")]
    [InlineData("LG020", AB, Row, """[[{"symbol": "X", "a": 5}, {"symbol": "Y", "b": 7}]]""", "")]
    [InlineData("LG020", """[{"field": "a", "enableCellChangeWs": false}, {"field": "b"}]""", Row, """[[{"symbol": "X", "a": 5}, {"symbol": "X", "b": 7}]]""", "")]
    [InlineData("LG021", AB, Row, """[[{"symbol": "X", "a": 5}, null]]""", "wsEndpoint")]
    [InlineData("LG021", AB, Row, """[null, [null], [5, {"symbol": "X", "a": 5}]]""", "")]
    [InlineData("LG026", AB, """[{"symbol": "X", "c": 1}]""", """[{"symbol": "X", "c": 5}]""", "")]
    [InlineData("LG017", """[{"field": "a", "cellDataType": "text", "renderFn": "greenRed"}]""", """[{"symbol": "X", "a": "up"}]""", "[]", "data.table.columnsDefs.1.renderFn")]
    [InlineData("LG017", """[{"field": "a", "cellDataType": "text", "renderFn": "greenRed"}]""", """[{"symbol": "X", "a": "1.3%"}]""", "[]", "")]
    [InlineData("LG017", """[{"field": "a", "renderFn": "columnColor", "renderFnParams": {"colorRules": [{"condition": "gt", "value": 1, "color": "red"}]}}]""", """[{"symbol": "X", "a": "up"}]""", "[]", "data.table.columnsDefs.1.renderFnParams.colorRules.0")]
    [InlineData("LG017", """[{"field": "a", "renderFn": "columnColor", "renderFnParams": {"colorRules": [{"condition": "eq", "value": "up", "color": "red"}]}}]""", """[{"symbol": "X", "a": "up"}]""", "[]", "")]
    [InlineData("LG025", """[{"field": "a", "renderFn": "showCellChange", "renderFnParams": {"colorValueKey": "b"}}, {"field": "b"}]""", Row, """[{"symbol": "X", "b": 9}]""", "data.table.columnsDefs.1.renderFnParams.colorValueKey")]
    [InlineData("LG025", """[{"field": "a", "renderFn": "showCellChange", "renderFnParams": {"colorValueKey": "b"}}, {"field": "b"}]""", Row, """[{"symbol": "X", "a": 9, "b": 9}]""", "")]
    [InlineData("LG025", """[{"field": "a", "renderFn": "greenRed", "renderFnParams": {"colorValueKey": "b"}}, {"field": "b"}]""", Row, """[{"symbol": "X", "b": 9}]""", "")]
    [InlineData("LG031", """[{"field": "a", "renderFn": "showCellChange"}]""", """[{"symbol": "X", "a": "<b>up</b>"}]""", "[]", "data.table.columnsDefs.1.renderFn")]
    [InlineData("LG031", """[{"field": "a", "renderFn": "showCellChange"}]""", Row, """[{"symbol": "X", "a": "AT&amp;T"}]""", "data.table.columnsDefs.1.renderFn")]
    [InlineData("LG031", """[{"field": "a", "renderFn": "showCellChange"}]""", """[{"symbol": "X", "a": "a < b & c"}]""", "[]", "")]
    [InlineData("LG031", """[{"field": "a", "renderFn": "titleCase"}]""", """[{"symbol": "X", "a": "<b>up</b>"}]""", "[]", "")]
    [InlineData("LG033", AB, """{"detail": "no"}""", "[]", "endpoint")]
    [InlineData("LG033", AB, """{"symbol": "X"}""", "[]", "")]
    [InlineData("LG033", AB, "[]", "[]", "")]
    [InlineData("LG027", AB, """[{"symbol": "X", "a": 1}, {"symbol": "X", "a": 2}]""", "[]", "data.wsRowIdColumn")]
    [InlineData("LG027", AB, """[{"symbol": "X", "a": 1}, {"symbol": "Y", "a": 2}]""", "[]", "")]
    public void Lint_RowsAndMessages_FindsWhereItIs(string ruleId, string columns, string rows, string messages, string paths) =>
        Assert.Equal(paths, PathsOf(ruleId, LintSamples.WithColumns(columns), rows, messages, 0));

    [Theory]
    [InlineData("""[{"a": "10.5M"}]""", "LG015")]
    [InlineData("""[{"a": "0700"}]""", "LG015")]
    [InlineData("""[{"a": "1,234.5"}]""", "")]
    [InlineData("""[{"a": "0"}, {"a": "0.5"}]""", "")]
    [InlineData("""[{"a": "LARGE M"}]""", "")]
    public void LG015_Table_TextsThatLoadAsAnotherNumber(string rows, string rule)
    {
        var widget = LintSamples.WithColumns("""[{"field": "a", "headerName": "A"}]""").Object.With("type", "table");
        var finding = FeedLinter.Lint(WidgetDefinition.Read("w", widget), JsonText.Parse(rows)).Where(static finding => finding.Rule == "LG015").ToList();

        Assert.Equal(rule, string.Join(", ", finding.Select(static one => one.Rule)));
        Assert.All(finding, one => Assert.DoesNotContain(FeedLinter.Lint(WidgetDefinition.Read("w", one.Repair!(widget)), JsonText.Parse(rows)), static other => other.Rule == "LG015"));
    }

    [Theory]
    [InlineData("""[{"a": 1}]""", """[{"a": 2}]""", "every message changes the last row")]
    [InlineData("""[{"a": 1}]""", """[{"symbol": "X", "a": 2}]""", "finds none of them")]
    public void LG003_MissingId_SaysWhatReallyHappens(string rows, string messages, string said)
    {
        var widget = WidgetDefinition.Read("w", LintSamples.WithColumns(AB));
        var frames = JsonText.Parse(messages).List.Select(static message => new PreviewMessage(TimeSpan.Zero, new FeedFrame(message))).ToList();

        Assert.Contains(FeedLinter.Lint(widget, JsonText.Parse(rows), frames), finding => finding.Rule == "LG003" && finding.Message.Contains(said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(49, "wsEndpoint")]
    [InlineData(50, "")]
    public void LG020_MessagesApart_CountWithin50Ms(int milliseconds, string paths) => Assert.Equal(
        paths,
        PathsOf("LG020", LintSamples.WithColumns(AB), Row, """[{"symbol": "X", "a": 5}, {"symbol": "X", "b": 6}]""", milliseconds));

    [Theory]
    [InlineData("LG006", """[{"symbol": "X", "a": 1, "b": 2}, {"symbol": "Y", "a": 1}]""", "data.table.columnsDefs.2.field")]
    [InlineData("LG006", """[{"symbol": "X", "a": 1, "b": 2}, {"symbol": "Y", "a": 1, "b": null}]""", "")]
    [InlineData("LG006", """[{"symbol": "X", "a": 1}, {"symbol": "Y", "a": 1, "b": 2}]""", "data.table.columnsDefs.2.field")]
    [InlineData("LG003", """[{"a": 1, "b": 2}, {"symbol": "Y", "a": 1, "b": 2}]""", "data.wsRowIdColumn")]
    [InlineData("LG026", """[{"symbol": "X", "a": 1, "b": 2, "c": 3}]""", "data.table.columnsDefs")]
    [InlineData("LG026", """[{"symbol": "X", "a": 1, "b": 2}]""", "")]
    public void Lint_ShowAll_FirstRowDecides(string ruleId, string rows, string paths) => Assert.Equal(
        paths,
        PathsOf(ruleId, LintSamples.WithColumns(AB, """{"showAll": true}"""), rows, """[{"symbol": "X", "a": 2, "c": 4}]""", 0));

    [Fact]
    public void Repair_NumberLikeId_KeepsItsTexts()
    {
        var widget = LintSamples.WithColumns(AB);
        var rows = JsonText.Parse("""[{"symbol": "0700", "a": 1, "b": 2}]""");
        var finding = Assert.Single(FeedLinter.Lint(WidgetDefinition.Read("w", widget), rows));

        var repaired = finding.Repair!(widget);

        Assert.Equal("category", repaired["data"]["table"]["columnsDefs"].List[0]["chartDataType"].Text);
        Assert.Empty(FeedLinter.Lint(WidgetDefinition.Read("w", repaired), rows));
    }

    [Fact]
    public void Lint_RowsUnknown_JudgesMessagesAlone() => Assert.Empty(FeedLinter.Lint(
        WidgetDefinition.Read("w", LintSamples.WithColumns(AB)),
        JsValue.Undefined,
        [new PreviewMessage(TimeSpan.Zero, new FeedFrame(JsonText.Parse("""{"symbol": "X", "a": 1}""")))]));

    private static string PathsOf(string ruleId, JsValue widget, string rows, string messages, int apart) => string.Join(
        ", ",
        FeedLinter.Lint(
            WidgetDefinition.Read("w", widget),
            JsonText.Parse(rows),
            [.. JsonText.Parse(messages).List.Select((data, i) => new PreviewMessage(TimeSpan.FromMilliseconds(i * apart), new FeedFrame(data)))])
        .Where(finding => finding.Rule == ruleId).Select(static finding => finding.Path));
}
