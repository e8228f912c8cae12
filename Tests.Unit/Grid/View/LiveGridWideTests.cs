using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Grid.View;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Grid.View;

/// <summary>A grid with a thousand columns in the page: two pinned, one hidden, one with check marks.</summary>
public sealed class LiveGridWideTests : GridContext
{
    private const int ColumnCount = 1000;

    private readonly GridModel _model = Widget.Grid(
        $"[{string.Join(',', Enumerable.Range(0, ColumnCount).Select(Column))}]",
        $"[{string.Join(',', Enumerable.Range(0, 60).Select(Row))}]",
        MergePolicy.Documented);

    [Fact]
    public async Task OnViewport_ToTheSide_HasTheColumnsInViewAndThePinnedOnesAlone()
    {
        var cut = RenderGrid(_model);
        await cut.InvokeAsync(() => cut.Instance.OnViewport(0, 10, 50_000, 1000));

        var grid = cut.Find("[role=grid]");
        Assert.Equal("999", grid.GetAttribute("aria-colcount"));
        Assert.True(grid.HasAttribute("data-wide"));
        var headers = cut.FindAll("[role=columnheader]");
        Assert.InRange(headers.Count, 12, 24);
        Assert.Equal(("id", "1"), FieldAndIndex(headers[0]));
        Assert.Equal(("c999", "999"), FieldAndIndex(headers[^1]));
        Assert.Contains(("c500", "500"), headers.Select(FieldAndIndex));
        Assert.DoesNotContain(headers, static header => header.GetAttribute("data-field") == "c2");
        Assert.All(
            cut.FindAll("[data-row-id]"),
            row => Assert.Equal(headers.Select(FieldAndIndex), row.Children.Select(FieldAndIndex)));
        Assert.Equal("500", Cell(cut, "r1", "c500").TextContent.Trim());
    }

    [Fact]
    public async Task OnViewport_WithinWhatIsReady_RendersNothing()
    {
        var cut = RenderGrid(_model);
        await cut.InvokeAsync(() => cut.Instance.OnViewport(0, 10, 50_000, 1000));
        var (grid, row) = (cut.RenderCount, cut.FindComponents<LiveGridRow>()[0].RenderCount);

        await cut.InvokeAsync(() => cut.Instance.OnViewport(0, 10, 50_064, 1000));

        Assert.Equal(grid, cut.RenderCount);
        Assert.Equal(row, cut.FindComponents<LiveGridRow>()[0].RenderCount);
    }

    [Fact]
    public async Task OnViewport_FewColumnsToTheSide_RendersNothing()
    {
        var cut = RenderGrid(Widget.Grid("[]", """[{"id":"a","px":3}]""", MergePolicy.Documented));
        await cut.InvokeAsync(() => cut.Instance.OnViewport(0, 10, 0, 1000));
        var renders = cut.RenderCount;

        await cut.InvokeAsync(() => cut.Instance.OnViewport(0, 10, 40, 200));

        Assert.Equal(renders, cut.RenderCount);
        Assert.False(cut.Find("[role=grid]").HasAttribute("data-wide"));
        Assert.Equal("2", Cell(cut, "a", "px").GetAttribute("aria-colindex"));
    }

    [Fact]
    public async Task OnKey_ToAColumnOutOfView_SaysWhereItIs()
    {
        var cut = RenderGrid(_model);
        await KeyAsync(cut, "ArrowDown");

        var end = await KeyAsync(cut, "End");
        var before = await KeyAsync(cut, "ArrowLeft");

        Assert.Equal((0, 998), (end.Row, end.Column));
        Assert.Equal((997, 100), (before.Column, before.Width));
        Assert.Equal(end.Left - 100, before.Left);
        Assert.Equal(new CellPlace(0, 0, 0, 100), await KeyAsync(cut, "Home"));
    }

    [Theory]
    [InlineData("c100", "100")]
    [InlineData("c3", "☑")]
    public async Task Render_ActiveCellOutOfView_IsStillReadOutAndCopied(string field, string text)
    {
        var cut = RenderGrid(_model);
        var column = int.Parse(field[1..], CultureInfo.InvariantCulture) - 1;
        await cut.InvokeAsync(() => cut.Instance.OnViewport(0, 10, (column * 100) - 200, 1000));
        await cut.InvokeAsync(() => cut.Instance.OnPick(1, column));
        Assert.Empty(cut.FindAll(".lg-away"));

        await cut.InvokeAsync(() => cut.Instance.OnViewport(0, 10, 90_000, 1000));

        Assert.Empty(cut.FindAll(".lg-active"));
        var away = cut.Find($"#{cut.Find("[role=grid]").GetAttribute("aria-activedescendant")}");
        Assert.Equal((text, "gridcell", $"{column + 1}"), (away.TextContent, away.GetAttribute("role"), away.GetAttribute("aria-colindex")));
        Assert.Equal("3", away.ParentElement!.GetAttribute("aria-rowindex"));

        _model.Send(0, """{"id":"r1","c100":7}""");
        cut.Render();
        Assert.Equal(field == "c100" ? "7" : text, cut.Find(".lg-away").TextContent);

        await cut.InvokeAsync(() => cut.Instance.OnViewport(0, 10, (column * 100) - 200, 1000));
        Assert.Empty(cut.FindAll(".lg-away"));
        Assert.Equal(field, cut.Find(".lg-active").GetAttribute("data-field"));
    }

    [Fact]
    public async Task Render_ActiveRowOutOfView_IsStillReadOut()
    {
        var cut = RenderGrid(_model);
        await cut.InvokeAsync(() => cut.Instance.OnPick(1, 0));

        await cut.InvokeAsync(() => cut.Instance.OnViewport(40, 10, 0, 1000));
        Assert.Equal("r1", cut.Find(".lg-away").TextContent);

        cut.Render(static parameters => parameters.Add(static grid => grid.Filter, "r59"));
        Assert.Empty(cut.FindAll(".lg-away"));
        Assert.Null(cut.Find("[role=grid]").GetAttribute("aria-activedescendant"));
    }

    [Fact]
    public async Task OnKey_HeaderOutOfView_IsReadOutSortedAndResized()
    {
        var cut = RenderGrid(_model);
        await KeyAsync(cut, "ArrowDown");
        await KeyAsync(cut, "ArrowUp");
        await cut.InvokeAsync(() => cut.Instance.OnSort(499));
        await cut.InvokeAsync(() => cut.Instance.OnViewport(0, 10, 0, 1000));
        var away = cut.Find(".lg-away [role=columnheader]");
        Assert.Equal(("C 500", "500"), (away.TextContent, away.GetAttribute("aria-colindex")));
        Assert.Equal("1", away.ParentElement!.GetAttribute("aria-rowindex"));

        // The page does not know the width of a column that is not there.
        var place = await cut.InvokeAsync(() => cut.Instance.OnKey("ArrowRight", ctrl: false, alt: true, width: 0));

        Assert.Equal(116, place.Width);
    }

    private static Task<CellPlace> KeyAsync(IRenderedComponent<LiveGrid> cut, string key) =>
        cut.InvokeAsync(() => cut.Instance.OnKey(key, ctrl: false, alt: false, width: 0));

    private static (string?, string?) FieldAndIndex(IElement cell) => (cell.GetAttribute("data-field"), cell.GetAttribute("aria-colindex"));

    private static string Column(int i) => i switch
    {
        0 => """{"field":"id","width":100,"pinned":"left"}""",
        2 => """{"field":"c2","width":100,"hide":true}""",
        ColumnCount - 1 => $$"""{"field":"c{{i}}","width":100,"pinned":"right"}""",
        _ => $$"""{"field":"c{{i}}","headerName":"C {{i}}","width":100}""",
    };

    private static string Row(int row) =>
        "{" + string.Join(',', Enumerable.Range(0, ColumnCount).Select(i => i switch
        {
            0 => $"\"id\":\"r{row}\"",
            3 => "\"c3\":true",
            _ => $"\"c{i}\":{i}",
        })) + "}";
}
