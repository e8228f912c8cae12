using LiveGridStudio.Shared.Grid.Cells;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Grid.Cells;

public sealed class CellViewTests
{
    [Theory]
    [InlineData("https://example.com/a", "https://example.com/a")]
    [InlineData("httpd is up", null)]
    [InlineData("http-javascript:alert(1)", null)]
    public void Cell_TextThatStartsWithHttp_IsALinkOnlyWhenItIsAnAddress(string text, string? href)
    {
        var cell = CellOf("{}", JsValue.FromText(text));

        Assert.Equal("Open link", cell.Text);
        Assert.Equal(href, cell.Href);
    }

    [Fact]
    public void Cell_HoverCard_FillsInItsTexts()
    {
        var (row, column) = RowOf(
            """{"renderFn": "hoverCard", "renderFnParams": {"hoverCard": {"cellField": "n", "title": "{n}", "markdown": "**{note}** {y} {id}"}}}""",
            JsonText.Parse("""{"n": 5, "note": "hi"}"""));

        Assert.Equal("5", row.Cell(column).Text);
        Assert.Equal(new CellHoverCard("5", "**hi** {y} A"), row.HoverCard(column));
    }

    [Fact]
    public void Cell_GroupByClick_CarriesTheValueOfItsField()
    {
        var click = ClickOf(
            """{"renderFn": "cellOnClick", "renderFnParams": {"actionType": "groupBy", "groupBy": {"paramName": "symbol", "valueField": "id"}}}""",
            5);

        Assert.Equal("groupBy", click.ActionType);
        Assert.Equal("symbol", click.ParamName);
        Assert.Equal(JsValue.FromText("A"), click.Value);
    }

    [Fact]
    public void Cell_SendToAgentClick_FillsInTheRow()
    {
        var click = ClickOf(
            """{"renderFn": "cellOnClick", "renderFnParams": {"actionType": "sendToAgent", "sendToAgent": {"markdown": "About {id}", "agentId": "a1"}}}""",
            5);

        Assert.Equal("About A", click.Markdown);
        Assert.Equal("a1", click.AgentId);
    }

    [Fact]
    public void Cell_Sparkline_HasItsPoints()
    {
        var cell = CellOf("""{"sparkline": {"type": "line", "options": {"yKey": "v"}}}""", JsonText.Parse("""[1, 2.5, {"v": 3}, null, "x"]"""));

        Assert.Equal([1, 2.5, 3], cell.Sparkline!.Points);
        Assert.Equal("line", cell.Sparkline.Definition.Type);
    }

    [Theory]
    [InlineData("url(javascript:1)")]
    [InlineData("#12")]
    [InlineData("#12345g")]
    public void Cell_RuleWithAColourThatIsNone_ColoursNothing(string color)
    {
        var cell = CellOf(
            JsonText.Stringify(JsObject.Create(
                ("renderFn", "columnColor"),
                ("renderFnParams", JsObject.Create(("colorRules", JsValue.FromList(
                    JsObject.Create(("condition", "gt"), ("value", 0), ("color", color)))))))),
            5);

        Assert.Null(cell.Color);
    }

    [Fact]
    public void Cell_NullColorRules_LeavesTheCellUncoloured() =>
        Assert.Null(CellOf("""{"renderFn": "greenRed", "renderFnParams": {"colorRules": null}}""", 5).Color);

    private static CellView CellOf(string settings, JsValue value)
    {
        var (row, column) = RowOf(settings, value);
        return row.Cell(column);
    }

    private static CellClick ClickOf(string settings, JsValue value)
    {
        var (row, column) = RowOf(settings, value);
        return row.Click(column)!;
    }

    private static (GridRow Row, GridColumn Column) RowOf(string settings, JsValue value)
    {
        var column = JsObject.Create(JsonText.Parse(settings).Object).With("field", "x").With("headerName", "X");
        var table = JsObject.Create(("showAll", true), ("columnsDefs", JsValue.FromList(column)));
        var model = new GridModel(Widget.OfTable(table, "id"), GridModelOptions.Default);
        model.Load(JsObject.Create(("id", "A"), ("x", value)), TimeSpan.Zero);
        return (model.Rows[0], model.Columns.Single(static column => column.Field == "x"));
    }
}
