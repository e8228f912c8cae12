using Bunit;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Grid.View;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Grid.View;

/// <summary>The grid in the page, over the same model that the headless preview uses.</summary>
public sealed class LiveGridTests : GridContext
{
    private const string Tsla = """{"date":"2026-06-01","symbol":"TSLA","price":245,"change":5,"change_percent":0.02,"volume":1500000,"market_cap":1}""";
    private const string Aapl = """{"date":"2026-06-01","symbol":"AAPL","price":150,"change":-4,"change_percent":-0.03,"volume":1000000,"market_cap":2}""";

    private readonly GridModel _model = new(SampleWidgets.LiveGrid(), new GridModelOptions());

    public LiveGridTests() => _model.Load(JsonText.Parse($"[{Tsla},{Aapl}]"), TimeSpan.Zero);

    [Fact]
    public void Render_First_ShowsColumnsInOrderAndNoFlash()
    {
        var cut = RenderGrid();

        Assert.Equal(
            ["Symbol", "Price", "Change %", "Volume", "Date", "Change", "Market Cap"],
            cut.FindAll("[role=columnheader]").Select(static header => header.TextContent.Trim()));
        Assert.Equal(["TSLA", "AAPL"], cut.FindAll("[data-row-id]").Select(static row => row.GetAttribute("data-row-id")));
        Assert.Equal("none", Cell(cut, "TSLA", "price").GetAttribute("data-change"));
        Assert.Empty(cut.FindAll(".cell-flash"));
        Assert.Empty(cut.FindAll(".lg-mark"));
    }

    [Fact]
    public void Render_Grid_HasTheAttributesThatScriptsRelyOn()
    {
        var cut = RenderGrid();

        var grid = cut.Find("[data-testid=live-grid]");
        Assert.Equal("grid", grid.GetAttribute("role"));
        Assert.Equal("live", grid.GetAttribute("data-feed-state"));
        Assert.Equal("3", grid.GetAttribute("aria-rowcount"));
        var row = cut.Find("[data-row-id=AAPL]");
        Assert.Equal(("row", "3"), (row.GetAttribute("role"), row.GetAttribute("aria-rowindex")));
        var cell = Cell(cut, "AAPL", "volume");
        Assert.Equal(("gridcell", "volume"), (cell.GetAttribute("role"), cell.GetAttribute("data-field")));
        Assert.Null(cell.GetAttribute("data-change"));
    }

    [Theory]
    [InlineData("live_grid", "end")]
    [InlineData("table", null)]
    public void Render_RowsWithoutIds_FollowsTheEndWhereMessagesAppend(string type, string? follow)
    {
        var model = new GridModel(
            WidgetDefinition.Read("w", JsObject.Create(("endpoint", "rows"), ("type", type))), new GridModelOptions());
        model.Load(JsonText.Parse("""[{"x":1},{"x":2}]"""), TimeSpan.Zero);

        Assert.Equal(follow, RenderGrid(model).Find("[data-testid=live-grid]").GetAttribute("data-follow"));
    }

    [Theory]
    [InlineData(250.5, "up", "↑ 5.5")]
    [InlineData(240, "down", "↓ 5")]
    [InlineData(245.00002, "up", "↑ 0.00002")]
    [InlineData(244.9955, "down", "↓ 0.0045")]
    [InlineData(2245.5, "up", "↑ 2,000.5")]
    public void Render_PriceChanged_FlashesWithArrowAndSize(double price, string change, string mark)
    {
        var cut = RenderGrid();

        Apply(cut, $$"""{"symbol":"TSLA","price":{{price}}}""", 100);

        var cell = Cell(cut, "TSLA", "price");
        Assert.Equal(change, cell.GetAttribute("data-change"));
        Assert.Contains($"cell-flash-{change}-", cell.ClassName, StringComparison.Ordinal);
        Assert.Equal(mark, cell.QuerySelector(".lg-mark")!.TextContent.Replace('\u00A0', ' '));
    }

    [Fact]
    public void Render_SecondChange_RestartsTheAnimation()
    {
        var cut = RenderGrid();
        Apply(cut, """{"symbol":"TSLA","price":246}""", 100);
        var first = Cell(cut, "TSLA", "price").ClassName;

        Apply(cut, """{"symbol":"TSLA","price":247}""", 200);

        Assert.NotEqual(first, Cell(cut, "TSLA", "price").ClassName);
    }

    [Fact]
    public void Render_AfterTwoSeconds_MarkIsGoneAndTheValueStays()
    {
        var cut = RenderGrid();
        Apply(cut, """{"symbol":"TSLA","price":246}""", 100);

        _model.Expire(TimeSpan.FromMilliseconds(2100));
        cut.Render();

        var cell = Cell(cut, "TSLA", "price");
        Assert.Equal("none", cell.GetAttribute("data-change"));
        Assert.Equal("246", cell.TextContent.Trim());
        Assert.Null(cell.QuerySelector(".lg-mark"));
    }

    [Fact]
    public void Render_VolumeInMessage_NeitherChangesNorFlashes()
    {
        var cut = RenderGrid();
        var before = Cell(cut, "TSLA", "volume").OuterHtml;

        Apply(cut, """{"symbol":"TSLA","price":246,"volume":1600000}""", 100);

        Assert.Equal(before, Cell(cut, "TSLA", "volume").OuterHtml);
    }

    [Fact]
    public void Render_Price_IsColouredByTheSignOfChange()
    {
        var cut = RenderGrid();
        Assert.Contains("color:#22c55e", Cell(cut, "TSLA", "price").GetAttribute("style"), StringComparison.Ordinal);
        Assert.Contains("color:#ef4444", Cell(cut, "AAPL", "price").GetAttribute("style"), StringComparison.Ordinal);

        Apply(cut, """{"symbol":"TSLA","price":246,"change":-1}""", 100);

        Assert.Contains("color:#ef4444", Cell(cut, "TSLA", "price").GetAttribute("style"), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ChangePercent_IsGreenOrRedBySign()
    {
        var cut = RenderGrid();

        Assert.Contains("color:#22c55e", Cell(cut, "TSLA", "change_percent").GetAttribute("style"), StringComparison.Ordinal);
        Assert.Contains("color:#ef4444", Cell(cut, "AAPL", "change_percent").GetAttribute("style"), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_OneRowChanged_OtherRowsDoNotRenderAgain()
    {
        var cut = RenderGrid();
        var rows = cut.FindComponents<LiveGridRow>();
        var (changed, unchanged) = (rows[0].RenderCount, rows[1].RenderCount);

        Apply(cut, """{"symbol":"TSLA","price":246}""", 100);

        rows = cut.FindComponents<LiveGridRow>();
        Assert.Equal(changed + 1, rows[0].RenderCount);
        Assert.Equal(unchanged, rows[1].RenderCount);
    }

    [Fact]
    public async Task OnViewport_ManyRows_KeepsOnlyThoseInViewInThePage()
    {
        _model.Load(
            JsValue.FromList([.. Enumerable.Range(0, 10_000).Select(static i => (JsValue)JsObject.Create(("symbol", $"S{i}"), ("price", i)))]),
            TimeSpan.Zero);
        var cut = RenderGrid();
        Assert.InRange(cut.FindAll("[data-row-id]").Count, 1, 60);

        await cut.InvokeAsync(() => cut.Instance.OnViewport(5000, 10, 0, 1440));

        var ids = cut.FindAll("[data-row-id]").Select(static row => row.GetAttribute("data-row-id")).ToList();
        Assert.InRange(ids.Count, 10, 30);
        Assert.Contains("S5005", ids);
        Assert.Equal("320000px", cut.Find(".lg-body").GetAttribute("style")!.Split(':')[1]);
    }

    private IRenderedComponent<LiveGrid> RenderGrid() => RenderGrid(_model);

    private void Apply(IRenderedComponent<LiveGrid> cut, string message, double atMs)
    {
        _model.Apply([new FeedFrame(JsonText.Parse(message))], TimeSpan.FromMilliseconds(atMs));
        cut.Render();
    }
}
