using AngleSharp.Dom;
using Bunit;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Grid.View;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Grid.View;

/// <summary>The conformance cases again, read from the page's markup instead of the model.</summary>
public sealed class LiveGridConformanceTests : GridContext
{
    private static readonly GridCases Cells = GridCases.Read("cells.json");
    private static readonly GridCases Columns = GridCases.Read("columns.json");
    private static readonly GridCases Changes = GridCases.Read("show-cell-change.json");

    public static TheoryData<string> CellIds => Cells.Ids();

    public static TheoryData<string> ColumnIds => Columns.Ids();

    public static TheoryData<string> ChangeIds => Changes.Ids();

    [Theory]
    [MemberData(nameof(CellIds))]
    public void Render_CellCase_ShowsTextColourAndAlignment(string id)
    {
        var item = Cells[id];
        var field = item["columnDef"]["field"].Text!;
        var table = JsObject.Create(("showAll", true), ("columnsDefs", JsValue.FromList(item["columnDef"])));
        var model = new GridModel(Widget.OfTable(table, field), GridModelOptions.Default);
        model.Load(JsValue.FromList(item["row"]), TimeSpan.Zero);

        var cell = CellOf(RenderGrid(model), field);

        var expected = item["expect"];
        Assert.Equal(expected["color"].Text, Style(cell, "color"));
        Assert.Equal(expected["backgroundColor"].Text, Style(cell, "background-color"));
        Assert.Contains($"lg-{expected["align"].Text}", cell.ClassList);
        if (expected["checkbox"].IsBoolean)
        {
            Assert.Equal(expected["checkbox"].Boolean ? "true" : "false", cell.QuerySelector(".lg-check")!.GetAttribute("aria-label"));
        }
        else if (expected["text"].IsText && cell.QuerySelector(".lg-spark") is null)
        {
            Assert.Equal(expected["text"].Text, cell.QuerySelector(".lg-text")!.TextContent);
            Assert.Equal(expected["title"].Text, cell.GetAttribute("title"));
        }
    }

    [Theory]
    [MemberData(nameof(ColumnIds))]
    public void Render_ColumnCase_ShowsVisibleHeadersInOrder(string id)
    {
        var item = Columns[id];
        var model = new GridModel(Widget.OfTable(item["table"], "symbol"), GridModelOptions.Default);
        model.Load(item["rows"], TimeSpan.Zero);

        var cut = RenderGrid(model);

        var expected = item["expectColumns"].List.Where(static column => !column["hide"].Boolean).ToList();
        string?[] order =
        [
            .. expected.Where(static column => column["pinned"].Text == "left").Select(static column => column["field"].Text),
            .. expected.Where(static column => column["pinned"].IsNull).Select(static column => column["field"].Text),
            .. expected.Where(static column => column["pinned"].Text == "right").Select(static column => column["field"].Text),
        ];
        var headers = cut.FindAll("[role=columnheader]");
        Assert.Equal(order, headers.Select(static header => header.GetAttribute("data-field")));
        Assert.All(expected, column => Assert.Equal(
            column["headerName"].Text,
            headers.Single(header => header.GetAttribute("data-field") == column["field"].Text).QuerySelector(".lg-label")!.TextContent));
    }

    [Theory]
    [MemberData(nameof(ChangeIds))]
    public void Render_ChangeCase_ShowsArrowSizeAndHighlight(string id)
    {
        var item = Changes[id];
        var field = item["columnDef"]["field"].Text!;
        var steps = item["steps"].List;
        var table = JsObject.Create(("showAll", true), ("columnsDefs", JsValue.FromList(
        [
            item["columnDef"],
            .. steps[0]["row"].Object.Where(member => member.Key != field)
                .Select(static member => JsValue.FromObject(JsObject.Create(("field", member.Key), ("headerName", member.Key)))),
        ])));
        var model = new GridModel(Widget.OfTable(table, "no-such-field"), new GridModelOptions { MergePolicy = MergePolicy.Workspace });
        model.Load(JsValue.FromList(steps[0]["row"]), TimeSpan.FromMilliseconds(steps[0]["atMs"].Number));
        var cut = RenderGrid(model);
        for (var i = 0; i < steps.Count; i++)
        {
            if (i > 0)
            {
                model.Apply([new FeedFrame(steps[i]["row"])], TimeSpan.FromMilliseconds(steps[i]["atMs"].Number));
                cut.Render();
            }

            AssertMark(item["expectAfterEach"].List[i], CellOf(cut, field));
        }
    }

    private static void AssertMark(JsValue expected, IElement cell)
    {
        var color = expected["color"].Text;
        Assert.Equal(expected["text"].Text, cell.QuerySelector(".lg-text")!.TextContent);
        Assert.Equal(color is "green-500" or "red-500" ? $"var(--lg-{color})" : color, Style(cell, "color"));
        var isHighlighted = expected["highlighted"].Boolean;
        var change = expected["arrow"].Text ?? (isHighlighted ? "changed" : "none");
        Assert.Equal(change, cell.GetAttribute("data-change"));
        Assert.Equal(isHighlighted, cell.ClassList.Contains("cell-flash"));
        Assert.Equal(expected["arrow"].IsText, cell.QuerySelector(".lg-mark") is not null);
    }

    private static IElement CellOf(IRenderedComponent<LiveGrid> cut, string field) =>
        cut.FindAll("[role=gridcell]").Single(cell => cell.GetAttribute("data-field") == field);
}
