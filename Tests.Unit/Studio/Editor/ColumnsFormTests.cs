using Bunit;
using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Studio.Editor;

public sealed class ColumnsFormTests : StudioContext
{
    private const string Text =
        """
        {
          "name": "N", "description": "", "endpoint": "e", "wsEndpoint": "w", "type": "live_grid",
          "data": { "wsRowIdColumn": "symbol", "table": { "columnsDefs": [
            { "field": "symbol", "headerName": "Symbol" },
            { "field": "price", "headerName": "Price", "renderFn": "greenRed" },
            { "field": "volume", "headerName": "<b>Volume</b>", "enableCellChangeWs": false }
          ] } }
        }
        """;

    private DefinitionDraft Draft => field ??= new DefinitionDraft("w", Text, Clock);

    [Fact]
    public void Render_Columns_ShowsWhatTheyAre()
    {
        var cut = RenderForm();

        Assert.Equal(["symbol", "price", "volume"], FieldsOf(cut));
        Assert.True(cut.Find("[data-testid=render-greenRed-price]").HasAttribute("checked"));
        Assert.True(cut.Find("[data-testid=live-price]").HasAttribute("checked"));
        Assert.False(cut.Find("[data-testid=live-volume]").HasAttribute("checked"));
        Assert.Equal("<b>Volume</b>", cut.Find("[data-testid=header-volume]").GetAttribute("value"));
        Assert.Empty(cut.FindAll("b"));
    }

    [Fact]
    public void Render_Controls_AllHaveANameAndTheirTestIdIsTheirOwn()
    {
        var cut = RenderForm();
        cut.Find("[data-testid=rules-price]").Click();
        cut.Find("[data-testid=add-rule-price]").Click();

        Assert.All(cut.FindAll("input, select"), static control => Assert.NotNull(control.Closest("label")));
        Assert.All(cut.FindAll("button"), static button =>
            Assert.False(string.IsNullOrWhiteSpace(button.GetAttribute("aria-label") ?? button.TextContent)));
        var ids = cut.FindAll("[data-testid]").Select(static element => element.GetAttribute("data-testid")).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void Keys_UpAndDown_ReorderTheText()
    {
        var cut = RenderForm();

        cut.Find("[data-testid=down-symbol]").Click();
        Assert.Equal(["price", "symbol", "volume"], FieldsOf(cut));
        Assert.Equal("symbol is column 2 now.", cut.Find("[role=status]").TextContent);

        cut.Find("[data-testid=up-volume]").Click();
        Assert.Equal(["price", "volume", "symbol"], FieldsOf(cut));
        Assert.True(cut.Find("[data-testid=up-price]").HasAttribute("disabled"));

        Draft.Undo();
        Draft.Undo();
        Assert.Equal(Text, Draft.Text);
    }

    [Fact]
    public void Drag_ToAnotherRow_ReordersTheText()
    {
        var cut = RenderForm();

        cut.Find("[data-testid=grip-volume]").DragStart();
        cut.Find("[data-testid=column-row-symbol]").DragEnter();
        cut.Find("[data-testid=column-row-symbol]").Drop();

        Assert.Equal(["volume", "symbol", "price"], FieldsOf(cut));
    }

    [Fact]
    public void Change_EachControl_EditsTheText()
    {
        var cut = RenderForm();

        cut.Find("[data-testid=header-price]").Change("Last");
        cut.Find("[data-testid=width-price]").Change("120");
        cut.Find("[data-testid=pinned-price]").Change("left");
        cut.Find("[data-testid=live-price]").Change(false);
        cut.Find("[data-testid=render-showCellChange-price]").Change(true);
        cut.Find("[data-testid=rules-price]").Click();
        cut.Find("[data-testid=color-key-price]").Change("symbol");
        cut.Find("[data-testid=add-rule-price]").Click();
        cut.Find("[data-testid=rule-price-0] select").Change("lt");

        Assert.Contains(
            """{ "field": "price", "headerName": "Last", "renderFn": "greenRed,showCellChange", "width": 120, "pinned": "left", "enableCellChangeWs": """
            + """false, "renderFnParams": { "colorValueKey": "symbol", "colorRules": [{ "condition": "lt", "value": 0, "color": "green" }] } }""",
            Draft.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Submit_NewField_AddsAColumnAndRemoveTakesItAway()
    {
        var cut = RenderForm();

        cut.Find("[data-testid=new-column]").Input(" change ");
        cut.Find("form").Submit();
        Assert.Equal(["symbol", "price", "volume", "change"], FieldsOf(cut));

        cut.Find("[data-testid=remove-change]").Click();
        Assert.Equal(Text, Draft.Text);
    }

    [Fact]
    public async Task Edit_InTheText_ShowsInTheForm()
    {
        var cut = RenderForm();

        await cut.InvokeAsync(() => Draft.Edit(Text.Replace("Price", "Last", StringComparison.Ordinal)));
        cut.WaitForAssertion(() => Assert.Equal("Last", cut.Find("[data-testid=header-price]").GetAttribute("value")));

        await cut.InvokeAsync(() => Draft.Edit("{"));
        cut.WaitForAssertion(() => Assert.Contains("cannot be read", cut.Markup, StringComparison.Ordinal));
        Assert.Empty(cut.FindAll("input"));
    }

    private static IEnumerable<string?> FieldsOf(IRenderedComponent<ColumnsForm> cut) =>
        cut.FindAll("li").Select(static row => row.QuerySelector("input")?.GetAttribute("value"));

    private IRenderedComponent<ColumnsForm> RenderForm() => Render<ColumnsForm>(parameters => parameters.Add(form => form.Draft, Draft));
}
