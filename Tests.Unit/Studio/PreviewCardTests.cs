using Bunit;
using LiveGridStudio.App.Studio;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Studio;

public sealed class PreviewCardTests : StudioContext
{
    [Fact]
    public void Render_LiveGrid_ShowsTitleParameterStateAndRow()
    {
        var cut = RenderCard(SampleWidgets.LiveGrid());

        cut.WaitForAssertion(() => Assert.Equal("TSLA", cut.Find("[data-testid=cell-TSLA-symbol]").TextContent.Trim()));
        Assert.Equal("Live Grid", cut.Find("h2").TextContent);
        Assert.Equal("Live", cut.Find("[data-testid=feed-state]").TextContent.Trim());
        Assert.Equal(1, Book.Table.ReadersOf("symbol", "TSLA"));
    }

    [Fact]
    public void Render_StartValues_WinOverTheDefinition()
    {
        var cut = RenderCard(SampleWidgets.LiveGrid(), ("symbol", "MSFT,aapl"));

        cut.WaitForAssertion(() => Assert.Equal(
            ["MSFT", "AAPL"], cut.FindAll("[data-row-id]").Select(static row => row.GetAttribute("data-row-id"))));
    }

    [Fact]
    public void Tick_Published_ShowsInTheCard()
    {
        var cut = RenderCard(SampleWidgets.LiveGrid());
        cut.WaitForElement("[data-testid=cell-TSLA-price]");

        Book.Publish("TSLA", 250);

        cut.WaitForAssertion(() =>
            Assert.Equal("up", cut.Find("[data-testid=cell-TSLA-price]").GetAttribute("data-change")));
    }

    [Fact]
    public async Task Dispose_Card_RemovesTheSubscription()
    {
        var cut = RenderCard(SampleWidgets.LiveGrid());
        cut.WaitForElement("[data-testid=cell-TSLA-price]");
        Assert.Equal(1, Book.Table.ReaderCount);
        Assert.Equal(1, Meters.Read(StudioMetrics.Previews));

        await DisposeComponentsAsync();

        Assert.Equal(0, Book.Table.ReaderCount);
        Assert.Equal(0, Meters.Read(StudioMetrics.Previews));
    }

    [Fact]
    public async Task Render_OtherDefinition_OpensAnotherPreview()
    {
        var cut = RenderCard(SampleWidgets.LiveGrid());
        cut.WaitForElement("[data-testid=cell-TSLA-price]");
        var renamed = JsValue.FromObject(SampleWidgets.LiveGrid().Raw.Object.With("name", "Renamed"));

        await cut.InvokeAsync(() => cut.Instance.Preview.Show(WidgetDefinition.Read("live_grid", renamed)));

        cut.WaitForAssertion(() => Assert.Equal("Renamed", cut.Find("h2").TextContent));
        cut.WaitForElement("[data-testid=cell-TSLA-price]");
        Assert.Equal(1, Book.Table.ReaderCount);
    }

    [Theory]
    [InlineData("""{"name":"Chart","description":"","endpoint":"live_grid_data","type":"chart"}""", "Widgets of type chart are not previewed")]
    [InlineData("""{"name":"Orders","description":"","endpoint":"orders","type":"live_grid"}""", "does not serve the endpoint orders")]
    public void Render_WhatTheHostCannotShow_SaysSo(string definition, string expected)
    {
        var cut = RenderCard(WidgetDefinition.Read("w", JsonText.Parse(definition)));

        Assert.Contains(expected, cut.Markup, StringComparison.Ordinal);
        Assert.Equal(0, Book.Table.ReaderCount);
    }

    [Theory]
    [InlineData("", "Snapshot")]
    [InlineData("\"wsEndpoint\":\"live_grid_ws\",", "Live")]
    public void Render_WidgetWithoutSocket_IsASnapshot(string more, string state)
    {
        var cut = RenderCard(WidgetDefinition.Read("w", JsonText.Parse(
            $$"""{"name":"W","description":"",{{more}}"endpoint":"live_grid_data","type":"live_grid","params":[{"paramName":"symbol","value":"TSLA"}]}""")));

        cut.WaitForAssertion(() => Assert.Equal(state, cut.Find("[data-testid=feed-state]").TextContent.Trim()));
        Assert.Single(cut.FindAll("[data-row-id]"));
    }

    [Fact]
    public void Render_SocketThatTheHostDoesNotServe_SaysSo()
    {
        var cut = RenderCard(WidgetDefinition.Read("w", JsonText.Parse(
            """{"name":"W","description":"","endpoint":"live_grid_data","wsEndpoint":"nope_ws","type":"live_grid"}""")));

        Assert.Contains("does not serve the wsEndpoint nope_ws", cut.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_TwoParametersOfOneName_ShowsTheFirst()
    {
        var cut = RenderCard(WidgetDefinition.Read("w", JsonText.Parse(
            """
            {"name":"W","description":"","endpoint":"live_grid_data","wsEndpoint":"live_grid_ws","type":"live_grid",
             "params":[{"paramName":"symbol","value":"TSLA"},{"paramName":"symbol","value":"AAPL"}]}
            """)));

        cut.WaitForAssertion(() => Assert.Equal("TSLA", cut.Find("[data-testid='cell-#1-symbol']").TextContent.Trim()));
    }

    [Fact]
    public async Task Render_DefaultEdited_FollowsUntilTheReaderChooses()
    {
        var cut = RenderCard(SampleWidgets.LiveGrid());
        cut.WaitForElement("[data-testid=cell-TSLA-price]");
        var raw = TextOf(SampleWidgets.LiveGrid()).Replace("\"value\":\"TSLA\",\"label\":\"Symbol\"", "\"value\":\"MSFT\",\"label\":\"Symbol\"", StringComparison.Ordinal);

        await cut.InvokeAsync(() => cut.Instance.Preview.Show(WidgetDefinition.Read("live_grid", JsonText.Parse(raw))));

        cut.WaitForElement("[data-testid=cell-MSFT-price]");
    }

    [Fact]
    public void Render_HostileNameAndDescription_AreText()
    {
        const string Hostile = "<img src=x onerror=alert(1)>";
        var definition = JsObject.Create(
            ("name", Hostile), ("description", "javascript:alert(1) " + Hostile), ("endpoint", Hostile), ("type", "live_grid"));

        var cut = RenderCard(WidgetDefinition.Read(Hostile, definition));

        Assert.Equal(Hostile, cut.Find("h2").TextContent);
        Assert.Empty(cut.FindAll("img, script, a"));
    }

    private static string TextOf(WidgetDefinition widget) => JsonText.Stringify(widget.Raw);

    [Fact]
    public void Render_UnknownSymbol_ShowsTheProblemInsteadOfRows()
    {
        var cut = RenderCard(SampleWidgets.LiveGrid(), ("symbol", "<img src=x onerror=alert(1)>"));

        cut.WaitForAssertion(() => Assert.Contains("Unknown symbol", cut.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Empty(cut.FindAll("[role=alert] img"));
        Assert.Equal("failed", cut.Find("[data-testid=live-grid]").GetAttribute("data-feed-state"));
    }

    private IRenderedComponent<PreviewCard> RenderCard(WidgetDefinition widget, params (string Name, string Value)[] start) =>
        RenderPreview(
            Source, widget, new StudioAddress { Values = start.ToDictionary(static pair => pair.Name, static pair => pair.Value) });
}
