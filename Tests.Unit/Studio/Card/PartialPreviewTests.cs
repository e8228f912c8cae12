using LiveGridStudio.App.Studio.Card;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Studio.Card;

public sealed class PartialPreviewTests
{
    [Theory]
    [InlineData("table", """{"data": {"table": {"transpose": true}}}""", "transpose")]
    [InlineData("live_grid", """{"data": {"table": {"transpose": true}}}""", null)]
    [InlineData("table", """{"data": {"table": {"transpose": false}}}""", null)]
    [InlineData("table", """{"data": {"table": {"chartView": {"enabled": true}}}}""", "starts with a chart")]
    [InlineData("table", """{"data": {"table": {"chartView": {"chartType": "line"}}}}""", "can turn")]
    [InlineData("table", """{"data": {"table": {"enableAdvanced": true}}}""", "enableAdvanced")]
    [InlineData("table", """{"data": {"table": {"formatterFn": "int"}}}""", "formatterFn")]
    [InlineData("live_grid", """{"data": {"table": {"formatterFn": "int"}}}""", null)]
    [InlineData("table", """{"data": {"table": {"columnsDefs": [{"field": "a", "rowGroup": true}, {"field": "b", "aggFunc": "sum"}]}}}""", "rowGroup: Workspace groups the rows; aggFunc")]
    [InlineData("live_grid", """{"data": {"table": {"columnsDefs": [{"field": "a", "sparkline": {"type": "line", "options": {"customFormatter": "x"}}}]}}}""", "customFormatter")]
    [InlineData("live_grid", """{"data": {"table": {"columnsDefs": [{"field": "a", "sparkline": {"type": "line", "options": {"customFormatter": ""}}}]}}}""", null)]
    [InlineData("table", """{"endpoint": "rows/{symbol}"}""", "in the place of {name}")]
    [InlineData("table", """{"endpoint": "rows?a=1", "params": [{"paramName": "b"}]}""", "query of its own")]
    [InlineData("table", """{"endpoint": "rows?a=1"}""", null)]
    [InlineData("table", """{"storage": {"params": {"a": 1}}}""", "storage.params")]
    [InlineData("table", "{}", null)]
    public void Of_Definition_NamesWhatIsShownOtherwise(string type, string members, string? said)
    {
        var widget = WidgetDefinition.Read("w", JsonText.Parse(members).Object.With("type", type));

        Assert.Equal(said is null, PartialPreview.Of(widget) is null);
        Assert.Contains(said ?? "", PartialPreview.Of(widget) ?? "", StringComparison.Ordinal);
    }
}
