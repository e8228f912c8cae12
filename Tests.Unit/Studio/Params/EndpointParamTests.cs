using Bunit;
using LiveGridStudio.App.Studio.Params;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Support;
using MudBlazor;

namespace LiveGridStudio.Tests.Unit.Studio.Params;

public sealed class EndpointParamTests : StudioContext
{
    private static readonly ParamDefinition Symbol = ParamDefinition.Read(JsonText.Parse(
        """{"paramName":"s","label":"Symbol","type":"endpoint","optionsEndpoint":"symbols"}"""));

    private readonly List<string> _sent = [];
    private readonly List<CancellationToken> _tokens = [];
    private TaskCompletionSource<ParamOptionList> _answer = new();

    [Fact]
    public void Fetch_Running_SaysSoAndThenOffersTheChoices()
    {
        var cut = RenderParam("AAPL");
        Assert.Contains("Loading choices", cut.Markup, StringComparison.Ordinal);
        Assert.NotNull(cut.Find("input[data-testid=param-s]").GetAttribute("disabled"));

        _answer.SetResult(Options(3));

        cut.WaitForAssertion(() => Assert.Equal(3, cut.FindComponent<ChoiceParam>().Instance.Choices.Count));
        Assert.Single(_tokens);
    }

    [Fact]
    public void Fetch_Fails_SaysWhyAndTriesAgain()
    {
        var cut = RenderParam("AAPL");
        _answer.SetException(new FeedException("the endpoint symbols answered 404."));

        cut.WaitForAssertion(() =>
            Assert.Contains("No choices: the endpoint symbols answered 404.", cut.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("AAPL", cut.Find("input[data-testid=param-s]").GetAttribute("value"));

        _answer = new();
        cut.Find("[data-testid=param-s-retry]").Click();
        Assert.Contains("Loading choices", cut.Markup, StringComparison.Ordinal);
        _answer.SetResult(Options(1));
        cut.WaitForAssertion(() => Assert.Single(cut.FindComponent<ChoiceParam>().Instance.Choices));
    }

    [Fact]
    public void Fetch_TakesTooLong_SaysSo()
    {
        var cut = RenderParam();

        _answer.SetCanceled(CancellationToken.None);

        cut.WaitForAssertion(() => Assert.Contains("took too long", cut.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Fetch_GivesNothing_LeavesAFieldToTypeIn()
    {
        var cut = RenderParam();

        _answer.SetResult(new ParamOptionList([]));

        cut.WaitForAssertion(() => Assert.Contains("offers no choices", cut.Markup, StringComparison.Ordinal));
        cut.Find("input[data-testid=param-s]").Input("X");
        Clock.Advance(TimeSpan.FromMilliseconds(400));
        cut.WaitForAssertion(() => Assert.Equal(["X"], _sent));
    }

    [Fact]
    public void Fetch_NobodyCan_LeavesAFieldToTypeIn()
    {
        var cut = Render<EndpointParam>(parameters => parameters.Add(param => param.Param, Symbol));

        Assert.Null(cut.Find("input[data-testid=param-s]").GetAttribute("disabled"));
        Assert.Empty(cut.FindAll("[role=alert]"));
    }

    [Fact]
    public void Key_Changes_FetchesAnewAndForgetsTheFirst()
    {
        var first = _answer;
        var cut = RenderParam();
        _answer = new();

        cut.Render(parameters => parameters.Add(param => param.OptionsKey, "exchange=XETRA"));
        first.SetResult(Options(9));
        _answer.SetResult(Options(2));

        cut.WaitForAssertion(() => Assert.Equal(2, cut.FindComponent<ChoiceParam>().Instance.Choices.Count));
        Assert.Equal([true, false], _tokens.Select(static token => token.IsCancellationRequested));
    }

    [Fact]
    public void Value_Changes_DoesNotFetchAnew()
    {
        var cut = RenderParam();
        _answer.SetResult(Options(2));

        cut.Render(parameters => parameters.Add(param => param.Value, "S1"));

        Assert.Single(_tokens);
    }

    [Fact]
    public async Task Dispose_WhileFetching_GivesUp()
    {
        RenderParam();

        await DisposeComponentsAsync();

        Assert.True(Assert.Single(_tokens).IsCancellationRequested);
        _answer.SetResult(Options(1));
    }

    [Fact]
    public async Task Choices_VeryMany_AreSearched()
    {
        var cut = RenderParam("S7");
        _answer.SetResult(Options(5000));
        var search = cut.WaitForComponent<MudAutocomplete<string>>().Instance;

        Assert.Equal("Number 7", search.ToStringFunc!("S7"));
        Assert.Equal(100, (await search.SearchFunc!("Number 7", default)!).Count());
        Assert.Equal(["S4999"], await search.SearchFunc!("s4999", default)!);

        await cut.InvokeAsync(() => search.ValueChanged.InvokeAsync("S4999"));
        Assert.Equal(["S4999"], _sent);
    }

    [Fact]
    public async Task Choices_SeveralOfVeryMany_AreAddedAndTakenAway()
    {
        var cut = RenderParam("S1,S2", Symbol with { MultiSelect = true });
        _answer.SetResult(Options(5000));
        var search = cut.WaitForComponent<MudAutocomplete<string>>().Instance;

        await cut.InvokeAsync(() => search.ValueChanged.InvokeAsync("S9"));
        cut.Find("[aria-label='Remove Number 1']").Click();

        Assert.Equal(["S1,S2,S9", "S2"], _sent);
    }

    [Fact]
    public void Obstacle_Given_IsSaidAndNothingIsAsked()
    {
        var cut = RenderParam("AAPL", obstacle: "Choices come once Exchange has a value.");

        Assert.Equal("Choices come once Exchange has a value.", cut.Find("[data-testid=param-s-note]").TextContent);
        Assert.Equal("AAPL", cut.Find("input[data-testid=param-s]").GetAttribute("value"));
        Assert.Empty(_tokens);

        cut.Render(parameters => parameters.Add(param => param.OptionsObstacle, null));

        Assert.Single(_tokens);
        _answer.SetResult(Options(2));
        cut.WaitForAssertion(() => Assert.Equal(2, cut.FindComponent<ChoiceParam>().Instance.Choices.Count));
        Assert.Empty(cut.FindAll("[data-testid=param-s-note]"));
    }

    [Fact]
    public void Note_OfTheAnswer_StandsBelowTheChoices()
    {
        var cut = RenderParam();

        _answer.SetResult(Options(2) with { Note = "Only the first 2 of 9 choices are offered." });

        cut.WaitForAssertion(() => Assert.Contains("first 2 of 9", cut.Find("[data-testid=param-s-note]").TextContent, StringComparison.Ordinal));
        Assert.Equal(2, cut.FindComponent<ChoiceParam>().Instance.Choices.Count);
    }

    private static ParamOptionList Options(int count) =>
        new([.. Enumerable.Range(0, count).Select(static i => new ParamOption { Label = $"Number {i}", Value = $"S{i}" })]);

    private IRenderedComponent<EndpointParam> RenderParam(
        string value = "", ParamDefinition? definition = null, string? obstacle = null) =>
        Render<EndpointParam>(parameters => parameters
            .Add(param => param.Param, definition ?? Symbol)
            .Add(param => param.Value, value)
            .Add(param => param.ValueChanged, _sent.Add)
            .Add(param => param.OptionsObstacle, obstacle)
            .Add(param => param.FetchOptions, (_, token) =>
            {
                _tokens.Add(token);
                return _answer.Task;
            }));
}
