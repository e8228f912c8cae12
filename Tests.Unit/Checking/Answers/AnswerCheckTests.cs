using System.Text;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Checking.Answers;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Checking.Answers;

/// <summary>Which answers Workspace shows for which type, each with its nearest neighbour.</summary>
public sealed class AnswerCheckTests
{
    [Theory]
    [InlineData("live_grid", """[{"a": 1}]""", null)]
    [InlineData("live_grid", """{"a": 1}""", null)]
    [InlineData("live_grid", "[]", FindingSeverity.Warning)]
    [InlineData("live_grid", """[{"a": 1}, 7]""", FindingSeverity.Warning)]
    [InlineData("live_grid", "[7, 8]", FindingSeverity.Error)]
    [InlineData("live_grid", """[null, {"a": 1}]""", FindingSeverity.Error)]
    [InlineData("live_grid", "null", FindingSeverity.Error)]
    [InlineData("live_grid", "\"rows\"", FindingSeverity.Error)]
    [InlineData("live_grid", """{"detail": "no key"}""", FindingSeverity.Error)]
    [InlineData("live_grid", """{"data": [{"a": 1}], "total": 1}""", FindingSeverity.Error)]
    [InlineData("table", "NaN", FindingSeverity.Error)]
    [InlineData("table", """[{"a": NaN}]""", FindingSeverity.Error)]
    [InlineData("metric", """{"label": "L", "value": 1}""", null)]
    [InlineData("metric", """[{"label": "L", "value": 1}]""", null)]
    [InlineData("metric", """{"data": [{"label": "L"}]}""", FindingSeverity.Error)]
    [InlineData("metric", """{"label": "L", "value": {"x": 1}}""", FindingSeverity.Error)]
    [InlineData("metric", "[]", FindingSeverity.Warning)]
    [InlineData("metric", "7", FindingSeverity.Error)]
    [InlineData("markdown", "# Title", null)]
    [InlineData("markdown", "\"# Title\"", null)]
    [InlineData("markdown", "42", FindingSeverity.Error)]
    [InlineData("markdown", """{"content": "x"}""", FindingSeverity.Error)]
    [InlineData("markdown", "", FindingSeverity.Warning)]
    [InlineData("newsfeed", """[{"title": "T", "date": "2024-01-15T10:00:00Z"}]""", null)]
    [InlineData("newsfeed", """[{"title": "T", "date": null}]""", null)]
    [InlineData("newsfeed", """[{"title": "T"}]""", FindingSeverity.Error)]
    [InlineData("newsfeed", """[{"title": "T", "date": "soon"}]""", FindingSeverity.Error)]
    [InlineData("newsfeed", """[{"date": 1}]""", FindingSeverity.Warning)]
    [InlineData("newsfeed", """{"articles": []}""", FindingSeverity.Error)]
    [InlineData("chart", """{"data": [{"x": [1], "y": [2]}], "layout": {}}""", null)]
    [InlineData("chart", """{"results": {"data": [{"y": [2]}]}}""", null)]
    [InlineData("chart", """{"data": []}""", FindingSeverity.Error)]
    [InlineData("chart", "\"{\\\"data\\\": []}\"", FindingSeverity.Error)]
    [InlineData("chart", """{"data": [{"type": "candlestick", "open": [1]}]}""", FindingSeverity.Error)]
    [InlineData("chart-highcharts", """{"userOptions": {}}""", null)]
    [InlineData("chart-highcharts", """{"series": []}""", FindingSeverity.Error)]
    [InlineData("html", "<p>Hello</p>", null)]
    [InlineData("html", "\"<p>Hello</p>\"", FindingSeverity.Error)]
    [InlineData("youtube", "https://www.youtube.com/watch?v=abc", null)]
    [InlineData("youtube", "\"https://www.youtube.com/watch?v=abc\"", FindingSeverity.Error)]
    [InlineData("youtube", "https://www.youtube.com/shorts/abc", FindingSeverity.Error)]
    public void Of_Answer_HasASeverityByItsType(string type, string body, FindingSeverity? severity)
    {
        var shape = AnswerCheck.Of(Widget(type), new EndpointAnswer(Encoding.UTF8.GetBytes(body), "application/json"));

        Assert.NotNull(shape);
        Assert.Equal(severity, shape.Severity);
        Assert.Equal(severity is null, shape.Fix is null);
    }

    [Theory]
    [InlineData("application/json", """{"data_format": {"data_type": "pdf"}, "content": "aGk="}""", null)]
    [InlineData("application/json; charset=utf-8", """{"data_format": {"data_type": "pdf"}, "content": "aGk="}""", FindingSeverity.Error)]
    [InlineData("application/json", """{"data_format": {"data_type": "doc"}, "content": "aGk="}""", FindingSeverity.Error)]
    [InlineData("application/json", """{"data_format": {"data_type": "pdf"}}""", FindingSeverity.Error)]
    [InlineData("application/pdf", "%PDF-1.7", null)]
    public void Of_Pdf_NeedsTheExactContentType(string type, string body, FindingSeverity? severity) =>
        Assert.Equal(severity, AnswerCheck.Of(Widget("pdf"), new EndpointAnswer(Encoding.UTF8.GetBytes(body), type))!.Severity);

    [Theory]
    [InlineData("rows", """{"rows": [{"a": 1}]}""", null)]
    [InlineData("a.b[0].rows", """{"a": {"b": [{"rows": [{"a": 1}]}]}}""", null)]
    [InlineData("rows", """[{"a": 1}]""", null)]
    [InlineData("rows", """{"rows": null}""", FindingSeverity.Error)]
    [InlineData("rows", """{"results": [{"a": 1}]}""", FindingSeverity.Error)]
    public void Of_TableWithADataKey_ReadsThePath(string key, string body, FindingSeverity? severity) => Assert.Equal(
        severity,
        AnswerCheck.Of(Widget("table", $$""", "data": {"dataKey": "{{key}}"}"""), new EndpointAnswer(Encoding.UTF8.GetBytes(body), null))!.Severity);

    [Fact]
    public void Of_ErrorKeyThatIsAColumn_IsARow() => Assert.Null(AnswerCheck.Of(
        Widget("table", """, "data": {"table": {"columnsDefs": [{"field": "message", "headerName": "M"}]}}"""),
        new EndpointAnswer("""{"message": "hello"}"""u8.ToArray(), null))!.Severity);

    [Fact]
    public void Of_TypeThatIsNotJudged_IsNull() => Assert.Null(AnswerCheck.Of(Widget("omni"), new EndpointAnswer("{}"u8.ToArray(), null)));

    private static WidgetDefinition Widget(string type, string more = "") => WidgetDefinition.Read(
        "w", JsonText.Parse($$"""{"name": "W", "description": "", "endpoint": "e", "type": "{{type}}" {{more}} }"""));
}
