using Bunit;
using LiveGridStudio.Shared.Grid.Cells;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Grid.View;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Grid.View;

public sealed class LiveGridInteractionTests : GridContext
{
    private const string Columns =
        """
        [{"field":"id","headerName":"Id","pinned":"left"},{"field":"px","headerName":"Px","minWidth":60,"maxWidth":300},
         {"field":"info","headerName":"Info","renderFn":"hoverCard","renderFnParams":{"hoverCard":{"cellField":"value","title":"About {value}","markdown":"**{note}** <b>raw</b>"}}},
         {"field":"act","headerName":"Act","renderFn":"cellOnClick","renderFnParams":{"actionType":"groupBy","groupBy":{"paramName":"symbol","valueField":"id"}}}]
        """;

    private const string Rows =
        """
        [{"id":"a","px":2,"info":{"value":"A","note":"first"},"act":"go"},
         {"id":"b","px":1,"info":{"value":"B","note":"second"},"act":"go"},
         {"id":"c","px":3,"info":{"value":"C","note":"third"},"act":"go"}]
        """;

    private readonly GridModel _model = Widget.Grid(Columns, Rows, MergePolicy.Documented);

    [Fact]
    public async Task OnSort_Header_OrdersRowsAndSaysSo()
    {
        var cut = RenderGrid(_model);

        await cut.InvokeAsync(() => cut.Instance.OnSort(1));
        Assert.Equal(["b", "a", "c"], RowIds(cut));
        Assert.Equal("ascending", cut.Find("[role=columnheader][data-field=px]").GetAttribute("aria-sort"));

        await cut.InvokeAsync(() => cut.Instance.OnSort(1));
        Assert.Equal(["c", "a", "b"], RowIds(cut));

        await cut.InvokeAsync(() => cut.Instance.OnSort(1));
        Assert.Equal(["a", "b", "c"], RowIds(cut));
        Assert.Equal("none", cut.Find("[role=columnheader][data-field=px]").GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task Update_UnderASort_MovesTheRowWithoutMakingItAnew()
    {
        var cut = RenderGrid(_model);
        await cut.InvokeAsync(() => cut.Instance.OnSort(1));
        var instances = cut.FindComponents<LiveGridRow>().ToDictionary(static row => row.Instance.Row.Id, static row => row.Instance);

        _model.Send(0, """{"id":"b","px":50}""");
        cut.Render();

        Assert.Equal(["a", "c", "b"], RowIds(cut));
        Assert.All(cut.FindComponents<LiveGridRow>(), row => Assert.Same(instances[row.Instance.Row.Id], row.Instance));
    }

    [Fact]
    public void Filter_Words_NarrowsRowsAndTheirCount()
    {
        var cut = RenderGrid(_model, static parameters => parameters.Add(grid => grid.Filter, "c"));

        Assert.Equal(["c"], RowIds(cut));
        Assert.Equal("2", cut.Find("[role=grid]").GetAttribute("aria-rowcount"));
    }

    [Theory]
    [InlineData(150, "150px")]
    [InlineData(10, "60px")]
    [InlineData(5000, "300px")]
    public async Task OnResize_Column_KeepsItsBounds(double asked, string expected)
    {
        var cut = RenderGrid(_model);
        var own = Tracks(cut);

        await cut.InvokeAsync(() => cut.Instance.OnResize(1, asked));
        Assert.Equal(expected, Tracks(cut)[1]);

        await cut.InvokeAsync(() => cut.Instance.OnResize(1, 0));
        Assert.Equal(own, Tracks(cut));
    }

    [Fact]
    public async Task OnResize_NonsenseFromThePage_ChangesNothing()
    {
        var cut = RenderGrid(_model);
        var before = cut.Markup;

        await cut.InvokeAsync(() => cut.Instance.OnResize(99, 100));
        await cut.InvokeAsync(() => cut.Instance.OnResize(1, double.NaN));
        await cut.InvokeAsync(() => cut.Instance.OnSort(-1));
        await cut.InvokeAsync(() => cut.Instance.OnPick(int.MaxValue, 0));
        await cut.InvokeAsync(() => cut.Instance.OnHover(0, 77, 0, 0));
        await cut.InvokeAsync(() => cut.Instance.OnViewport(int.MinValue, int.MaxValue, double.NaN, double.PositiveInfinity));

        Assert.Equal(["a", "b", "c"], RowIds(cut));
        Assert.Equal(before.Length, cut.Markup.Length);
    }

    [Fact]
    public async Task OnKey_Arrows_MoveTheActiveCell()
    {
        var cut = RenderGrid(_model);
        Assert.Null(cut.Find("[role=grid]").GetAttribute("aria-activedescendant"));

        await KeyAsync(cut, "ArrowDown");
        Assert.Equal("cell-a-id", ActiveTestId(cut));
        await KeyAsync(cut, "ArrowRight");
        await KeyAsync(cut, "ArrowDown");
        Assert.Equal("cell-b-px", ActiveTestId(cut));
        await KeyAsync(cut, "End");
        Assert.Equal("cell-b-act", ActiveTestId(cut));
        Assert.Equal(new CellPlace(2, 3), await KeyAsync(cut, "End", ctrl: true));
        Assert.Equal("cell-c-act", ActiveTestId(cut));
        Assert.Equal(new CellPlace(0, 0), await KeyAsync(cut, "Home", ctrl: true));
        Assert.Equal("cell-a-id", ActiveTestId(cut));
        Assert.Equal(new CellPlace(-1, 0), await KeyAsync(cut, "ArrowUp"));
        Assert.Equal("columnheader", cut.Find(".lg-active").GetAttribute("role"));
        Assert.Equal(cut.Find(".lg-active").Id, cut.Find("[role=grid]").GetAttribute("aria-activedescendant"));
    }

    [Fact]
    public async Task OnKey_EnterOnHeader_SortsAndAltArrowResizes()
    {
        var cut = RenderGrid(_model);
        await KeyAsync(cut, "ArrowDown");
        await KeyAsync(cut, "ArrowUp");
        await KeyAsync(cut, "ArrowRight");

        await KeyAsync(cut, "Enter");
        Assert.Equal(["b", "a", "c"], RowIds(cut));

        await cut.InvokeAsync(() => cut.Instance.OnKey("ArrowRight", ctrl: false, alt: true, width: 100));
        Assert.Equal("116px", Tracks(cut)[1]);
    }

    [Fact]
    public async Task OnKey_ActiveCellUnderASort_FollowsItsRow()
    {
        var cut = RenderGrid(_model);
        await KeyAsync(cut, "ArrowDown");
        await cut.InvokeAsync(() => cut.Instance.OnPick(0, 0));
        await cut.InvokeAsync(() => cut.Instance.OnSort(1));
        await cut.InvokeAsync(() => cut.Instance.OnPick(1, 0));
        Assert.Equal("cell-a-id", ActiveTestId(cut));

        _model.Send(0, """{"id":"a","px":-5}""");
        cut.Render();

        Assert.Equal("a", RowIds(cut).First());
        Assert.Equal("cell-a-id", ActiveTestId(cut));
    }

    [Fact]
    public async Task OnPick_ClickableCell_TellsTheParent()
    {
        CellClick? click = null;
        var cut = RenderGrid(_model, parameters => parameters.Add(grid => grid.OnCellClick, given => click = given));

        await cut.InvokeAsync(() => cut.Instance.OnPick(1, 0));
        Assert.Null(click);
        await cut.InvokeAsync(() => cut.Instance.OnPick(1, 3));

        Assert.Equal(("groupBy", "symbol", "b"), (click!.ActionType, click.ParamName, click.Value.Text));
    }

    [Fact]
    public async Task OnHover_CellWithACard_ShowsItWithRawHtmlAsText()
    {
        var cut = RenderGrid(_model);

        await cut.InvokeAsync(() => cut.Instance.OnHover(1, 2, 10, 20));

        var card = cut.Find("[role=tooltip]");
        Assert.Equal("About B", card.QuerySelector(".lg-hover-title")!.TextContent);
        Assert.Equal("second", card.QuerySelector("strong")!.TextContent);
        Assert.Null(card.QuerySelector("b"));
        Assert.Contains("<b>raw</b>", card.TextContent, StringComparison.Ordinal);

        await cut.InvokeAsync(() => cut.Instance.OnHover(-1, -1, 0, 0));
        Assert.Empty(cut.FindAll("[role=tooltip]"));
    }

    [Fact]
    public async Task OnFocusCard_ActiveCellWithACard_ShowsItUntilEscape()
    {
        var cut = RenderGrid(_model);
        await KeyAsync(cut, "ArrowDown");
        await KeyAsync(cut, "ArrowRight");
        await KeyAsync(cut, "ArrowRight");

        await cut.InvokeAsync(() => cut.Instance.OnFocusCard(1, 2));
        Assert.Equal("About A", cut.Find(".lg-hover-title").TextContent);

        await KeyAsync(cut, "Escape");
        Assert.Empty(cut.FindAll("[role=tooltip]"));
    }

    [Fact]
    public async Task OnKey_NoSuchKeyOrNoColumns_BringsNothingIntoView()
    {
        Assert.Equal(CellPlace.None, await KeyAsync(RenderGrid(_model), "x"));
        Assert.Equal(CellPlace.None, await KeyAsync(RenderGrid(Widget.Grid("[]", "[]", MergePolicy.Documented)), "End"));
    }

    private static Task<CellPlace> KeyAsync(IRenderedComponent<LiveGrid> cut, string key, bool ctrl = false) =>
        cut.InvokeAsync(() => cut.Instance.OnKey(key, ctrl, alt: false, width: 0));

    private static string? ActiveTestId(IRenderedComponent<LiveGrid> cut) => cut.Find(".lg-active").GetAttribute("data-testid");

    private static string[] Tracks(IRenderedComponent<LiveGrid> cut) =>
        Style(cut.Find("[role=grid]"), "--lg-columns")!.Split(' ');
}
