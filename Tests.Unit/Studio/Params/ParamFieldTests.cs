using AngleSharp.Dom;
using Bunit;
using LiveGridStudio.App.Studio.Params;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Studio.Params;

public sealed class ParamFieldTests : StudioContext
{
    private readonly List<string> _sent = [];

    [Fact]
    public void Text_Typed_IsSentAfterAPause()
    {
        var cut = RenderField("""{"paramName":"q","label":"Query","type":"text","placeholder":"any"}""", "old");
        Assert.Equal("any", Labelled(cut, "Query").GetAttribute("placeholder"));

        Labelled(cut, "Query").Input("new");
        Assert.Empty(_sent);
        Clock.Advance(TimeSpan.FromMilliseconds(400));

        cut.WaitForAssertion(() => Assert.Equal(["new"], _sent));
    }

    [Fact]
    public void Text_SeveralTyped_AreJoinedWithCommas()
    {
        var cut = RenderField("""{"paramName":"q","label":"Query","type":"text","multiple":true}""");

        Labelled(cut, "Query").Change(" TSLA,, AAPL ,");

        Assert.Equal(["TSLA,AAPL"], _sent);
        Assert.Contains("Several, separated by commas", cut.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_OfALanguage_HasSeveralLines()
    {
        var cut = RenderField("""{"paramName":"q","label":"Query","type":"text","language":"sql"}""", "select 1");

        Assert.Equal("TEXTAREA", Labelled(cut, "Query").TagName);
    }

    [Fact]
    public void Text_WithOptions_SendsTheValueOfTheOption()
    {
        var cut = RenderField("""{"paramName":"q","label":"Q","type":"text","options":[{"label":"Apple","value":"AAPL"},{"label":"Tesla","value":"TSLA"}]}""", "AAPL");
        Assert.Equal(["None", "Apple", "Tesla"], Options(cut));
        Assert.Equal("AAPL", Labelled(cut, "Q").GetAttribute("value"));

        Labelled(cut, "Q").Change("TSLA");
        Labelled(cut, "Q").Change("");

        Assert.Equal(["TSLA", ""], _sent);
    }

    [Fact]
    public void Text_WithAnOptionForNothing_HasNoOtherOne()
    {
        var cut = RenderField("""{"paramName":"q","label":"Q","type":"text","options":[{"label":"All","value":""},{"label":"B","value":"b"}]}""", "b");

        Assert.Equal(["All", "B"], Options(cut));
    }

    [Fact]
    public void Text_ValueThatIsNoOption_IsOneOfItsOwn()
    {
        var cut = RenderField("""{"paramName":"q","label":"Q","type":"text","placeholder":"Any","options":[{"label":"B","value":"b"}]}""", "<z>");

        Assert.Equal(["Any", "<z>", "B"], Options(cut));
        Assert.Equal("<z>", Labelled(cut, "Q").GetAttribute("value"));
    }

    [Theory]
    [InlineData("multiSelect")]
    [InlineData("multiple")]
    public void Text_SeveralChosen_GoOutInTheOrderOfTheOptions(string key)
    {
        var cut = RenderField($$"""{"paramName":"q","label":"Q","type":"text","{{key}}":true,"options":[{"label":"A","value":"a"},{"label":"1","value":1},{"label":"C","value":"c"}]}""", "c,a");
        Assert.Equal("C, A", Labelled(cut, "Q").TextContent.Trim());
        Assert.Equal("A:True 1:False C:True", Boxes(cut));

        Tick(cut, "1", true);
        Tick(cut, "A", false);

        Assert.Equal(["a,1,c", "c"], _sent);
    }

    [Fact]
    public void Text_NoneOfSeveralChosen_SaysSo()
    {
        var cut = RenderField("""{"paramName":"q","label":"Q","multiSelect":true,"options":[{"label":"A","value":"a"}]}""", "");

        Assert.Equal("None", Labelled(cut, "Q").TextContent.Trim());
    }

    [Theory]
    [InlineData("5", "5")]
    [InlineData("-2.50", "-2.5")]
    [InlineData("1e21", "1e+21")]
    [InlineData("", "")]
    public void Number_Typed_IsSentAsJavaScriptWritesIt(string typed, string expected)
    {
        var cut = RenderField("""{"paramName":"n","label":"Limit","type":"number"}""", "7");

        Labelled(cut, "Limit").Input(typed);
        Clock.Advance(TimeSpan.FromMilliseconds(400));

        cut.WaitForAssertion(() => Assert.Equal([expected], _sent));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void Boolean_Switched_SendsTrueOrFalse(string value, bool isOn)
    {
        var cut = RenderField("""{"paramName":"b","label":"Extended","type":"boolean"}""", value);
        var input = Labelled(cut, "Extended");
        Assert.Equal(isOn, input.HasAttribute("checked"));

        input.Change(!isOn);

        Assert.Equal([isOn ? "false" : "true"], _sent);
    }

    [Theory]
    [InlineData("$currentDate", "2026-06-01", "$currentDate")]
    [InlineData("$currentDate-1w", "2026-05-25", "$currentDate-1w")]
    [InlineData("$currentDate-1M", "2026-05-01", "$currentDate-1M")]
    [InlineData("2024-02-29", "2024-02-29", null)]
    [InlineData("2024-02-29T10:00:00Z", "2024-02-29", null)]
    [InlineData("", "", null)]
    [InlineData("soon", "", "soon is no date")]
    public void Date_Value_ShowsTheDayItMeans(string value, string day, string? help)
    {
        var cut = RenderField("""{"paramName":"from","label":"From","type":"date"}""", value);

        Assert.Equal(("date", day), (Labelled(cut, "From").GetAttribute("type"), Labelled(cut, "From").GetAttribute("value") ?? ""));
        Assert.Equal(help, cut.FindAll(".mud-input-helper-text").SingleOrDefault()?.TextContent.Trim() is { Length: > 0 } text ? text : null);
    }

    [Fact]
    public void Date_Chosen_GoesOutAsThatDay()
    {
        var cut = RenderField("""{"paramName":"date","label":"Day"}""", "$currentDate-1d");

        Labelled(cut, "Day").Input("2026-01-31");
        Clock.Advance(TimeSpan.FromMilliseconds(500));

        cut.WaitForAssertion(() => Assert.Equal(["2026-01-31"], _sent));
    }

    [Fact]
    public void Ticker_Typed_GoesOutAsTyped()
    {
        var cut = RenderField("""{"paramName":"t","label":"Ticker","type":"ticker"}""");

        Labelled(cut, "Ticker").Input("brk.b");
        Clock.Advance(TimeSpan.FromMilliseconds(400));

        cut.WaitForAssertion(() => Assert.Equal(["brk.b"], _sent));
    }

    [Fact]
    public void Tabs_Chosen_SendsItsValue()
    {
        var cut = RenderField("""{"paramName":"v","label":"View","type":"tabs","options":[{"label":"Day","value":"d"},{"label":"Week","value":"w"}]}""", "d");
        Assert.Equal("View", cut.Find("[role=radiogroup][data-testid=param-v]").GetAttribute("aria-label"));
        Assert.Equal("d", cut.Find("input[type=radio][checked]").GetAttribute("value"));

        cut.Find("input[value=w]").Change("w");

        Assert.Equal(["w"], _sent);
    }

    [Theory]
    [InlineData("""{"paramName":"go","label":"Run","type":"button","value":"now"}""", "now")]
    [InlineData("""{"paramName":"go","label":"Run","type":"button","value":false}""", "false")]
    [InlineData("""{"paramName":"go","label":"Run","type":"button"}""", "true")]
    public void Button_Pressed_SendsItsValueEachTime(string definition, string expected)
    {
        var cut = RenderField(definition, expected);
        Assert.Equal("Run", cut.Find("[data-testid=param-go]").TextContent.Trim());

        cut.Find("[data-testid=param-go]").Click();
        cut.Find("[data-testid=param-go]").Click();

        Assert.Equal([expected, expected], _sent);
    }

    [Fact]
    public void Form_Shown_CannotBeSent()
    {
        var cut = RenderField(
            """
            {"label":"Order","type":"form","endpoint":"orders","method":"PUT","inputParams":[
              {"paramName":"side","label":"Side","type":"text","options":[{"label":"Buy","value":"b"},{"label":"Sell","value":"s"}]},
              {"paramName":"size","type":"number","value":10}]}
            """);

        Assert.Contains("Order form, 2 fields", cut.Find("summary").TextContent, StringComparison.Ordinal);
        Assert.Contains("PUT orders", cut.Markup, StringComparison.Ordinal);
        Assert.Equal(["Buy, Sell", "10"], cut.FindAll("dd").Select(static field => field.TextContent));
        Assert.Empty(cut.FindAll("input, button"));
    }

    [Theory]
    [InlineData("""{"paramName":"x","show":false}""")]
    [InlineData("""{"paramName":"x","hidden":true}""")]
    [InlineData("""{"type":"text"}""")]
    public void Hidden_Parameter_HasNoControl(string definition) => Assert.Equal("", RenderField(definition).Markup.Trim());

    [Fact]
    public void Description_Given_IsATooltipAndIsReadOut()
    {
        var cut = RenderField("""{"paramName":"x","label":"Limit","type":"number","description":"How many rows"}""");

        Assert.Equal("How many rows", cut.Find(".param").GetAttribute("title"));
        var input = Labelled(cut, "Limit");
        var about = cut.Find($"#{input.GetAttribute("aria-describedby")}");
        Assert.Equal("How many rows", about.TextContent.Trim());
    }

    [Fact]
    public void PopupWidth_Given_WidensTheList()
    {
        var param = Definition("""{"paramName":"x","style":{"popupWidth":450},"options":[{"label":"A","value":"a"}]}""");

        Assert.Equal("width:450px;max-width:90vw", ParamChoices.PopupStyle(param));
        Assert.Null(ParamChoices.PopupStyle(param with { PopupWidth = null }));
    }

    [Fact]
    public void Choose_BesideAValueThatIsNoChoice_KeepsIt()
    {
        var cut = RenderField(
            """{"paramName":"x","label":"X","multiSelect":true,"options":[{"label":"A","value":"a"},{"label":"B","value":"b"}]}""", "z,b");

        Assert.Equal("A:False B:True z:True", Boxes(cut));

        Tick(cut, "A", true);

        Assert.Equal(["a,b,z"], _sent);
    }

    [Theory]
    [InlineData("date", "$currentDate-1d", "2026-05-31")]
    [InlineData("date", "2026-01-01", "2026-01-01")]
    [InlineData("text", "$currentDate-1d", "$currentDate-1d")]
    public void ToText_Value_IsADayForDatesOnly(string type, string value, string expected) =>
        Assert.Equal(expected, ParamText.ToText(Definition($$"""{"paramName":"x","type":"{{type}}"}"""), value, Clock));

    private static ParamDefinition Definition(string json) => ParamDefinition.Read(JsonText.Parse(json));

    private IRenderedComponent<ParamField> RenderField(string definition, string value = "") =>
        Render<ParamField>(parameters => parameters
            .Add(field => field.Param, Definition(definition))
            .Add(field => field.Value, value)
            .Add(field => field.ValueChanged, _sent.Add));

    /// <summary>The input that a label belongs to.</summary>
    private static string[] Options(IRenderedComponent<ParamField> cut) => [.. cut.FindAll("option").Select(static option => option.TextContent.Trim())];

    private static string Boxes(IRenderedComponent<ParamField> cut) => string.Join(
        ' ', cut.FindAll("[popover] label").Select(static entry => $"{entry.TextContent.Trim()}:{entry.QuerySelector("input")!.HasAttribute("checked")}"));

    private static void Tick(IRenderedComponent<ParamField> cut, string label, bool isOn) =>
        cut.FindAll("[popover] label").Single(entry => entry.TextContent.Trim() == label).QuerySelector("input")!.Change(isOn);

    private static IElement Labelled(IRenderedComponent<ParamField> cut, string label)
    {
        var element = cut.FindAll("label").First(candidate => candidate.TextContent.Trim() == label);
        return element.GetAttribute("for") is { Length: > 0 } id ? cut.Find($"#{id}") : element.QuerySelector("input")!;
    }
}
