using Bunit;
using LiveGridStudio.App.Catalog;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Studio;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.App.Ui;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace LiveGridStudio.Tests.Unit.Studio;

public sealed class StudioPageTests : StudioContext, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly RemoteSetup _setup = new();
    private readonly RemoteSetup _asking = new(new ConnectOptions());
    private readonly BunitJSModuleInterop _backends;
    private bool _asksFirst;
    private FaultyBackend _backend = null!;

    public StudioPageTests()
    {
        SetupScript("./Studio/List/WidgetList.razor.js");
        SetupScript("./Studio/Card/CardFrame.razor.js");
        SetupScript("./Studio/Editor/DefinitionEditor.razor.js");
        SetupScript("./Ui/LongTextField.razor.js");
        _backends = SetupScript("./Studio/Sources/RecentBackends.razor.js");
        _backends.Setup<string>("recentBackends").SetResult("[]");
        _backends.Setup<string>("keepBackend", static _ => true).SetResult("[]");
        SetupScript("./js/tab-storage.js").Setup<IJSStreamReference>("kept").SetResult(new TextReference("{}"));
        Services.AddSingleton(new CatalogWriter(
            new WidgetCatalog(Options.Create(new WidgetOptions()), NullLogger<WidgetCatalog>.Instance), new ClosedGate()));
        Services.AddTransient(_ => new SourceSelector(Source, (_asksFirst ? _asking : _setup).Connector, Clock));
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    private string Query => new Uri(Navigation.Uri).Query;

    public async ValueTask InitializeAsync() => _backend = await FaultyBackend.StartAsync();

    [Theory]
    [InlineData("127.0.0.1:{0}")]
    [InlineData("http://127.0.0.1:{0}/widgets.json")]
    [InlineData("HTTP://127.0.0.1:{0}/")]
    public void Open_BackendSpelledOtherwise_KeepsWidgetParametersAndPolicy(string spelling)
    {
        var cut = Open($"?backend={Uri.EscapeDataString(string.Format(null, spelling, _backend.Address.Port))}&widget=broken&symbol=MSFT&merge=workspace");

        Until(cut, () => Assert.Equal("true", Entry(cut, "broken").GetAttribute("aria-current")));
        Assert.Equal($"?backend={Escaped(_backend.Address)}&widget=broken&merge=workspace&symbol=MSFT", Query);
    }

    [Fact]
    public async Task Open_BackendThatIsGone_IsNeverPairedWithAWidgetOfTheHostAndCanBeTriedAgain()
    {
        var address = _backend.Address;
        await _backend.DisposeAsync();
        var cut = Open($"?backend={Escaped(address)}&widget=still&symbol=X");
        Until(cut, () => Assert.Contains("nothing listens", cut.Find("[data-testid=connect-problem]").TextContent, StringComparison.Ordinal));
        Assert.Equal(address.ToString().TrimEnd('/'), cut.Find("input[data-testid=backend]").GetAttribute("value"));
        Until(cut, () => Assert.Equal("true", Entry(cut, "live_grid").GetAttribute("aria-current")));

        Click(cut, "widget-live_grid");
        Assert.Equal("?widget=live_grid", Query);

        _backend = await FaultyBackend.StartAsync(address.Port);
        cut.Find(".source-form").Submit();
        Until(cut, () => Assert.Equal("true", Entry(cut, "still").GetAttribute("aria-current")));
        Assert.Equal($"?backend={Escaped(address)}&widget=still&symbol=X", Query);
    }

    [Fact]
    public void Go_ToTheStart_ShowsTheHostAndBackAgainTheBackend()
    {
        var cut = Open($"?backend={Escaped(_backend.Address)}&widget=still");
        Until(cut, () => Assert.Equal("true", Entry(cut, "still").GetAttribute("aria-current")));
        var before = Navigation.Uri;

        cut.InvokeAsync(() => Navigation.NavigateTo("/"));
        Until(cut, () => Assert.Equal("This host", cut.Find("[data-testid=source-name]").TextContent));
        Assert.Equal(("", ""), (Query, cut.Find("input[data-testid=backend]").GetAttribute("value") ?? ""));

        cut.InvokeAsync(() => Navigation.NavigateTo(before));
        Until(cut, () => Assert.Equal("true", Entry(cut, "still").GetAttribute("aria-current")));
        Assert.Equal(before, Navigation.Uri);
    }

    [Fact]
    public void Go_ToABackendThatIsGone_KeepsWhatIsShownAndItsAddress()
    {
        var cut = Open("?widget=live_grid");

        cut.InvokeAsync(() => Navigation.NavigateTo("/?backend=127.0.0.1:1&widget=x"));

        Until(cut, () => Assert.NotEmpty(cut.FindAll("[data-testid=connect-problem]")));
        Until(cut, () => Assert.Equal("?widget=live_grid", Query));
        Assert.Equal("127.0.0.1:1", cut.Find("input[data-testid=backend]").GetAttribute("value"));
    }

    [Fact]
    public void Go_ToOtherValues_ShowsThem()
    {
        var cut = Open("?symbol=TSLA");
        var before = cut.FindComponent<PreviewCard>().Instance;

        cut.InvokeAsync(() => Navigation.NavigateTo("/?symbol=MSFT&merge=workspace"));

        Until(cut, () => Assert.NotSame(before, cut.FindComponent<PreviewCard>().Instance));
        var card = cut.FindComponent<PreviewCard>().Instance;
        Assert.Equal(("MSFT", MergePolicy.Workspace), (card.Preview.WriteTo(new StudioAddress()).Values["symbol"], card.Preview.Policy));
        Assert.Equal("?symbol=MSFT&merge=workspace", Query);
    }

    [Fact]
    public async Task Choose_PastedWidget_IsInNoAddress()
    {
        var cut = Open("?theme=light");
        Click(cut, "use-paste");
        await cut.InvokeAsync(() => cut.FindComponents<LongTextField>()[0].Instance.TypedAsync(
            """{"a":{"name":"A","description":"","endpoint":"e","type":"chart"},"b":{"name":"B","description":"","endpoint":"e","type":"chart"}}"""));
        Click(cut, "paste-preview");

        Until(cut, () => Entry(cut, "b"));
        Click(cut, "widget-b");

        Assert.Equal("true", Entry(cut, "b").GetAttribute("aria-current"));
        Assert.Equal("?theme=light", Query);
    }

    [Fact]
    public async Task Open_LinkToAnUnknownBackend_ShowsNothingButTheQuestionUntilItIsAllowed()
    {
        _asksFirst = true;
        var cut = Open($"?backend={Escaped(_backend.Address)}&widget=still");
        Until(cut, () => Assert.Contains(_backend.Address.Authority, Question(cut).TextContent, StringComparison.Ordinal));
        Assert.Empty(cut.FindComponents<PreviewCard>());
        Assert.True(cut.Find(".studio-inspector").HasAttribute("hidden"));
        Assert.True(cut.Find("[data-testid=source-name]").Closest("[hidden]") is not null);

        await AnswerAsync(cut, "read-decline");
        Until(cut, () => Assert.Equal("declined", Question(cut).GetAttribute("data-reason")));
        cut.Find(".source-form").Submit();
        Until(cut, () => Assert.Equal("ask", Question(cut).GetAttribute("data-reason")));
        Assert.Empty(_backend.Requests);

        await AnswerAsync(cut, "read-allow");
        Until(cut, () => Assert.Equal("true", Entry(cut, "still").GetAttribute("aria-current")));
        Assert.Equal($"?backend={Escaped(_backend.Address)}&widget=still", Query);
        var kept = Assert.Single(_backends.Invocations["keepBackend"]);
        Assert.Equal(_backend.Address.ToString().TrimEnd('/'), kept.Arguments[0]);
    }

    [Fact]
    public void Go_ToAnUnknownBackend_ShowsNothingOfTheHostBesideTheQuestionAndBackGoesBack()
    {
        _asksFirst = true;
        var cut = Open("?widget=live_grid");
        Until(cut, () => Assert.Single(cut.FindComponents<PreviewCard>()));

        cut.InvokeAsync(() => Navigation.NavigateTo($"/?backend={Escaped(_backend.Address)}&widget=live_grid"));
        Until(cut, () => Assert.Equal("ask", Question(cut).GetAttribute("data-reason")));
        Assert.Empty(cut.FindComponents<PreviewCard>());
        Assert.True(cut.Find(".studio-inspector").HasAttribute("hidden"));
        Assert.Null(Entry(cut, "live_grid").GetAttribute("aria-current"));

        Click(cut, "widget-live_grid");
        Assert.Empty(cut.FindAll("[data-testid=read-question]"));
        Assert.Single(cut.FindComponents<PreviewCard>());
        Assert.Equal("?widget=live_grid", Query);
        Assert.Empty(_backend.Requests);
    }

    [Fact]
    public void Connect_TypedAddress_IsNotAskedFor()
    {
        _asksFirst = true;
        var cut = Open("");

        cut.Find("input[data-testid=backend]").Input(_backend.Address.Authority);
        cut.Find(".source-form").Submit();

        Until(cut, () => Assert.Equal("true", Entry(cut, "odd").GetAttribute("aria-current")));
        Assert.Empty(cut.FindAll("[data-testid=read-question]"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Close_Page_LeavesNoTimerThatHoldsIt(bool whileItIsStillAsked)
    {
        var timers = new TimerCount(Clock);
        Services.AddSingleton<TimeProvider>(timers);
        var recent = _backends.Setup<string>("recentBackends");
        var cut = Open("");
        if (!whileItIsStillAsked)
        {
            recent.SetResult("[]");
            Until(cut, () => Assert.NotEqual(0, timers.Held));
        }

        await DisposeComponentsAsync();
        recent.SetResult("[]");

        Assert.Equal(0, timers.Held);
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeComponentsAsync();
        await base.DisposeAsync();
        _setup.Dispose();
        _asking.Dispose();
        await _backend.DisposeAsync();
    }

    private static void Until(IRenderedComponent<StudioPage> cut, Action assertion) => cut.WaitForAssertion(assertion, Patience);

    /// <summary>Finds and clicks in one step: the page also renders by itself, and an element found before may no longer exist.</summary>
    private static void Click(IRenderedComponent<StudioPage> cut, string testId) =>
        cut.InvokeAsync(() => cut.Find($"[data-testid={testId}]").Click()).GetAwaiter().GetResult();

    private static AngleSharp.Dom.IElement Entry(IRenderedComponent<StudioPage> cut, string id) => cut.Find($"[data-testid=widget-{id}]");

    private static AngleSharp.Dom.IElement Question(IRenderedComponent<StudioPage> cut) => cut.Find("[data-testid=read-question]");

    private static async Task AnswerAsync(IRenderedComponent<StudioPage> cut, string button)
    {
        var question = cut.FindComponent<ReadQuestion>().Instance;
        await cut.InvokeAsync(() => question.OnAttention(isAttended: true, isFramed: false));
        await cut.InvokeAsync(() => cut.Find($"[data-testid={button}]").ClickAsync(new()));
    }

    private static string Escaped(Uri backend) => System.Text.Encodings.Web.UrlEncoder.Default.Encode(backend.ToString().TrimEnd('/'));

    private IRenderedComponent<StudioPage> Open(string query)
    {
        Navigation.NavigateTo("/" + query);
        return Render<StudioPage>();
    }

    private sealed class ClosedGate : ISaveGate
    {
        public string? Refusal => "Nothing is saved here.";
    }
}
