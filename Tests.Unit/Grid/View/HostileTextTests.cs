using Bunit;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Grid.View;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Grid.View;

/// <summary>Text of a definition, a row or a frame stays text, wherever it is shown.</summary>
public sealed class HostileTextTests : GridContext
{
    private const string Html = "<img src=x onerror=alert(1)>";
    private const string ControlCharacters = "a\u0000b\u001b[31mc\u202Ed\u0007";

    public static TheoryData<string> Texts =>
        [Html, "\"><script>alert(1)</script>", "javascript:alert(1)", ControlCharacters, "\ud800 lone", new string('w', 100_000)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Render_HeaderAndTooltip_ShowText(string text)
    {
        var cut = RenderGrid(Grid(JsObject.Create(("field", "v"), ("headerName", text), ("headerTooltip", text)), "x"));

        var header = cut.Find("[role=columnheader][data-field=v]");
        Assert.Equal(Shown(text), Shown(header.QuerySelector(".lg-label")!.TextContent));
        Assert.Equal(Shown(text), Shown(header.GetAttribute("title")));
        AssertHarmless(cut);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Render_CellAndField_ShowText(string text)
    {
        var cut = RenderGrid(Grid(JsObject.Create(("field", text), ("headerName", "V"), ("prefix", text), ("renderFn", "titleCase")), text, text));

        Assert.Equal(Shown(text), Shown(cut.FindAll("[role=gridcell]")[1].GetAttribute("data-field")));
        AssertHarmless(cut);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Render_ValueOfAFrame_ShowsText(string text)
    {
        var model = Grid(JsObject.Create(("field", "v"), ("headerName", "V"), ("renderFn", "showCellChange")), "x");
        var cut = RenderGrid(model);

        model.Apply([new LiveGridStudio.Shared.Rows.FeedFrame(JsObject.Create(("id", "r"), ("v", text)))], TimeSpan.Zero);
        cut.Render();

        Assert.StartsWith(
            Shown(text[..Math.Min(8, text.Length)]), Shown(Cell(cut, "r", "v").QuerySelector(".lg-text")!.TextContent), StringComparison.Ordinal);
        AssertHarmless(cut);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Render_RowId_IsAnAttributeAndNothingElse(string text)
    {
        var model = Widget.Grid("""[{"field":"id","headerName":"Id"}]""", "[]", MergePolicy.Documented);
        model.Load(JsValue.FromList(JsObject.Create(("id", text))), TimeSpan.Zero);

        var cut = RenderGrid(model);

        Assert.Equal(Shown(text), Shown(cut.Find("[data-row-id]").GetAttribute("data-row-id")));
        AssertHarmless(cut);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JAVASCRIPT:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("httpx://evil.example")]
    [InlineData("http\u0000s://evil")]
    public void Render_LinkThatIsNoWebAddress_IsNoLink(string text)
    {
        var cut = RenderGrid(Grid(JsObject.Create(("field", "v"), ("headerName", "V")), text));

        Assert.Empty(cut.FindAll("a"));
        AssertHarmless(cut);
    }

    [Fact]
    public void Render_WebAddress_OpensElsewhereWithoutATrace()
    {
        var cut = RenderGrid(Grid(JsObject.Create(("field", "v"), ("headerName", "V")), "https://example.com/a?b=\"c"));

        var link = Cell(cut, "r", "v").QuerySelector("a")!;
        Assert.Equal("Open link", link.TextContent);
        Assert.Equal(("_blank", "noopener noreferrer nofollow"), (link.GetAttribute("target"), link.GetAttribute("rel")));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData(Html)]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](  JaVaScRiPt:alert(1))")]
    [InlineData("[x](data:text/html;base64,AAAA)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("![x](https://tracker.example/pixel.png)")]
    [InlineData("[a]: javascript:alert(1)\n\n[a]")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("| a |\n|---|\n| <b onmouseover=alert(1)>b</b> |")]
    public async Task Hover_Markdown_HasNoScriptPictureOrOddLink(string markdown)
    {
        var card = JsObject.Create(("title", markdown), ("markdown", markdown));
        var column = JsObject.Create(
            ("field", "v"), ("headerName", "V"), ("renderFn", "hoverCard"), ("renderFnParams", JsObject.Create(("hoverCard", card))));
        var model = Widget.Grid("[]", "[]", MergePolicy.Documented);
        model = new GridModel(
            Widget.OfTable(JsObject.Create(("showAll", true), ("columnsDefs", JsValue.FromList(column))), "id"), GridModelOptions.Default);
        model.Load(JsValue.FromList(JsObject.Create(("id", "r"), ("v", JsObject.Create(("value", markdown), ("x", Html))))), TimeSpan.Zero);
        var cut = RenderGrid(model);
        var index = cut.FindAll("[role=gridcell]").Select(static cell => cell.GetAttribute("data-field")).ToList().IndexOf("v");

        await cut.InvokeAsync(() => cut.Instance.OnHover(0, index, 0, 0));

        Assert.Single(cut.FindAll("[role=tooltip]"));
        AssertHarmless(cut);
    }

    [Fact]
    public void Render_Sparkline_TakesNoTextIntoItsDrawing()
    {
        var options = JsObject.Create(
            ("stroke", "red;background:url(https://evil.example)"), ("fill", "url(#x)\" onload=\"alert(1)"), ("strokeWidth", 1e300),
            ("min", double.NegativeInfinity), ("customFormatter", "() => alert(1)"));
        var column = JsObject.Create(
            ("field", "v"), ("headerName", "V"), ("sparkline", JsObject.Create(("type", "area"), ("options", options))));
        var model = new GridModel(
            Widget.OfTable(JsObject.Create(("showAll", true), ("columnsDefs", JsValue.FromList(column))), "id"), GridModelOptions.Default);
        var values = Enumerable.Range(0, 50_000).Select(static i => (JsValue)(i % 7)).Append(1e308).Append(-1e308).Append(Html).ToArray();
        model.Load(JsValue.FromList(JsObject.Create(("id", "r"), ("v", JsValue.FromList(values)))), TimeSpan.Zero);

        var cut = RenderGrid(model);

        Assert.NotNull(cut.Find("svg.lg-spark"));
        Assert.InRange(cut.Markup.Length, 0, 40_000);
        Assert.DoesNotContain("NaN", cut.Find("svg.lg-spark").OuterHtml, StringComparison.Ordinal);
        AssertHarmless(cut);
    }

    /// <summary>Asserts that the text produced only text in the page: no element, handler, style or address.</summary>
    private static void AssertHarmless(IRenderedComponent<LiveGrid> cut)
    {
        Assert.Empty(cut.FindAll("script, img, iframe, object, embed, form, base, meta, link, style"));
        foreach (var element in cut.FindAll("*"))
        {
            Assert.All(element.Attributes, static attribute =>
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), attribute.Name);
                if (attribute.Name is "style" or "fill" or "stroke")
                {
                    Assert.DoesNotContain("url(", attribute.Value, StringComparison.OrdinalIgnoreCase);
                }

                if (attribute.Name is "href" && attribute.Value.Length > 0)
                {
                    Assert.Matches("^(https?|mailto):", attribute.Value);
                }
            });
        }
    }

    /// <summary>The HTML parser of these tests drops a NUL or replaces it; a browser's page never parses the text.</summary>
    private static string Shown(string? text) => (text ?? "").Replace("\0", "", StringComparison.Ordinal).Replace("\uFFFD", "", StringComparison.Ordinal);

    private static GridModel Grid(JsObject column, JsValue value, string field = "v")
    {
        var table = JsObject.Create(("showAll", true), ("columnsDefs", JsValue.FromList(JsObject.Create(("field", "id"), ("headerName", "Id")), column)));
        var model = new GridModel(Widget.OfTable(table, "id"), GridModelOptions.Default);
        model.Load(JsValue.FromList(JsObject.Create(("id", "r"), (field, value))), TimeSpan.Zero);
        return model;
    }
}
