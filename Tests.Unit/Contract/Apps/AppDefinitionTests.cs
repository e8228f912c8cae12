using LiveGridStudio.Shared.Contract.Apps;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Contract.Apps;

public sealed class AppDefinitionTests
{
    [Theory]
    [InlineData("[{\"name\": \"A\"}, 5, null, {\"name\": \"B\"}]", "A|B")]
    [InlineData("{\"name\": \"A\"}", "A")]
    [InlineData("{}", "")]
    [InlineData("7", "")]
    public void ReadAll_Document_GivesItsApps(string document, string expected) =>
        Assert.Equal(expected, string.Join('|', AppDefinition.ReadAll(JsonText.Parse(document)).Select(static app => app.Name)));

    [Fact]
    public void Read_App_HasTabsGroupsAndServers()
    {
        var app = AppDefinition.Read(JsonText.Parse("""
            {"name": "Live", "tabs": {"main": {"id": "m", "name": "Main", "layout": [
               {"i": "live_grid", "x": 0, "y": 1, "w": 20, "h": 9, "groups": ["G"], "state": {"params": {"symbol": "TSLA"}, "chartView": {"enabled": true, "cellRangeCols": {"line": ["a"], "bar": null}}}}]}},
             "groups": [{"name": "G", "type": "param", "paramName": "symbol", "widgetIds": ["live_grid"]}, {"name": "H", "type": "param"}],
             "prompts": ["hi"], "mcp_servers": [{"name": "S", "url": "http://localhost"}]}
            """));

        var item = Assert.Single(Assert.Single(app.Tabs).Layout);
        Assert.Equal(("live_grid", 20d, 9d), (item.WidgetId, item.Width, item.Height));
        Assert.Equal(JsValue.FromText("TSLA"), item.State!.Params["symbol"]);
        Assert.Equal(["a"], item.State.ChartView!.CellRangeColumns["line"]);
        Assert.Empty(item.State.ChartView.CellRangeColumns["bar"]);
        Assert.Equal(["live_grid"], app.Groups[0].WidgetIds!);
        Assert.Null(app.Groups[1].WidgetIds);
        Assert.Equal("S", Assert.Single(app.McpServers).Name);
        Assert.Equal(["hi"], app.Prompts);
    }
}
