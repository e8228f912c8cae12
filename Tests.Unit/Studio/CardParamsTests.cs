using Bunit;
using LiveGridStudio.App.Studio;
using LiveGridStudio.App.Studio.Params;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Studio;

/// <summary>Parameters on a card: the sent values, and options that depend on each other.</summary>
public sealed class CardParamsTests : StudioContext
{
    private const string Dependent =
        """
        [{"paramName":"category","label":"Category","value":""},
         {"paramName":"document","label":"Document","type":"endpoint","optionsEndpoint":"documents","optionsParams":{"kind":"$category","limit":9}}]
        """;

    private readonly ScriptedSource _source;

    public CardParamsTests() => _source = new ScriptedSource(Clock);

    [Fact]
    public void Choices_Dependent_FollowTheOtherParameter()
    {
        _source.OnOptions = static () => Task.FromResult(new ParamOptionList([new ParamOption { Label = "Q1", Value = "q1" }]));
        var cut = RenderCard(_source, Dependent);
        Assert.Equal("Choices come once Category has a value.", cut.Find("[data-testid=param-document-note]").TextContent);
        Assert.Empty(_source.Asked);

        Type(cut, "category", "reports");
        cut.WaitForAssertion(() => Assert.Equal(["""document {"kind":"reports","limit":9}"""], _source.Asked));
        cut.WaitForAssertion(() => Assert.Single(cut.FindComponent<ChoiceParam>().Instance.Choices));

        Type(cut, "category", "slides");
        cut.WaitForAssertion(() => Assert.Equal("""document {"kind":"slides","limit":9}""", _source.Asked[^1]));
        Assert.Equal(2, _source.Asked.Count);
    }

    [Fact]
    public void Choices_OfARunWidget_FollowBeforeTheRun()
    {
        var cut = RenderCard(_source, Dependent, "\"runButton\":true,");

        Type(cut, "category", "reports");

        cut.WaitForAssertion(() => Assert.Single(_source.Asked));
        Assert.Single(_source.Feed.Opened);
    }

    [Fact]
    public void Choices_OfTheHostsOwnWidget_AreTyped()
    {
        var cut = RenderCard(Source, """[{"paramName":"symbol","type":"endpoint","optionsEndpoint":"o","value":"TSLA"}]""", endpoint: "live_grid_data");

        Assert.Contains("This host serves no lists of choices", cut.Find("[data-testid=param-symbol-note]").TextContent, StringComparison.Ordinal);
        Assert.Equal("TSLA", cut.Find("input[data-testid=param-symbol]").GetAttribute("value"));
    }

    [Fact]
    public async Task Choices_OfAPastedWidget_AreTyped()
    {
        var sample = SampleText.Read("""{"w":{"name":"W","endpoint":"e"}}""", null, null, out _);
        await using var source = new SampleSource(sample!, Clock);
        var cut = RenderCard(source, """[{"paramName":"s","type":"endpoint","optionsEndpoint":"o"}]""");

        Assert.Contains("has no backend to ask", cut.Find("[data-testid=param-s-note]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choices_OfAnotherBackend_AreFetchedAndTheirMarkupIsText()
    {
        await using var backend = await FaultyBackend.StartAsync();
        backend.Answer("/choices", """[{"label":"<img src=x onerror=alert(1)>","value":"a","extraInfo":{"description":"<i>x</i>","rightOfDescription":"<b>y</b>"}}]""");
        using var setup = new RemoteSetup();
        await using var source = new RemoteSource(await setup.ConnectAsync(backend.Address));

        var cut = RenderCard(source, """[{"paramName":"s","type":"endpoint","optionsEndpoint":"choices","value":"a"}]""", endpoint: "odd_table", more: "\"type\":\"table\",");

        cut.WaitForAssertion(() => Assert.Single(cut.FindComponent<ChoiceParam>().Instance.Choices), TimeSpan.FromSeconds(20));
        var item = Render<ChoiceItem>(parameters => parameters.Add(item => item.Choice, cut.FindComponent<ChoiceParam>().Instance.Choices[0]));
        Assert.Equal("<img src=x onerror=alert(1)>", item.Find(".choice-label").TextContent);
        Assert.Equal("<i>x</i><b>y</b>", item.Find(".choice-more").TextContent);
        Assert.Empty(item.FindAll("img, i, b"));
    }

    [Fact]
    public async Task Parameters_OfEveryType_ReachTheBackendAsWorkspaceSendsThem()
    {
        await using var backend = await FaultyBackend.StartAsync();
        using var setup = new RemoteSetup();
        await using var source = new RemoteSource(await setup.ConnectAsync(backend.Address));

        RenderCard(
            source,
            """
            [{"paramName":"text","value":"a b"},{"paramName":"number","type":"number","value":5},{"paramName":"boolean","type":"boolean","value":true},
             {"paramName":"date","type":"date","value":"$currentDate-1d"},{"paramName":"ticker","type":"ticker","value":"AAPL"},
             {"paramName":"tabs","type":"tabs","value":"w","options":[{"label":"Week","value":"w"}]},
             {"paramName":"many","multiSelect":true,"value":"x,y","options":[{"label":"X","value":"x"},{"label":"Y","value":"y"}]},
             {"paramName":"hidden","show":false,"value":"h"},{"paramName":"empty","value":""},
             {"type":"form","inputParams":[{"paramName":"qty","value":1}]}]
            """,
            "\"type\":\"table\",",
            "odd_table");

        var asked = backend.Requests.Last(static request => request.Path == "/odd_table");
        Assert.Equal("?text=a%20b&number=5&boolean=true&date=2026-05-31&ticker=AAPL&tabs=w&many=x,y&hidden=h", asked.Query);
    }

    [Fact]
    public void Form_Dates_ShowWhatTheyMeanNow()
    {
        var cut = RenderCard(_source, """[{"type":"form","label":"Order","inputParams":[{"paramName":"day","type":"date","value":"$currentDate+1d"},{"paramName":"n","value":3}]}]""");

        Assert.Equal(["2026-06-02 ($currentDate+1d)", "3"], cut.FindAll(".param-form dd").Select(static field => field.TextContent));
        Assert.Empty(cut.FindAll(".param-form input, .param-form button"));
    }

    private void Type(IRenderedComponent<PreviewCard> cut, string name, string value)
    {
        cut.Find($"input[data-testid=param-{name}]").Input(value);
        Clock.Advance(TimeSpan.FromMilliseconds(300));
    }

    private IRenderedComponent<PreviewCard> RenderCard(IWidgetSource source, string paramList, string more = "", string endpoint = "rows")
    {
        var cut = RenderPreview(source, WidgetDefinition.Read("w", JsonText.Parse(
                $$"""{"name":"W","description":"",{{more}}"endpoint":"{{endpoint}}","params":{{paramList}}}""")));
        cut.WaitForState(
            () => cut.FindAll("[data-testid=feed-state]").Any(static pill => pill.TextContent.Trim() is "Live" or "Snapshot" or "Failed"),
            TimeSpan.FromSeconds(20));
        return cut;
    }
}
