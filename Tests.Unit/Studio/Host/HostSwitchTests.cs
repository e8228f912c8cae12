using Bunit;
using LiveGridStudio.App.Backend;
using LiveGridStudio.App.Catalog;
using LiveGridStudio.App.Studio.Host;
using LiveGridStudio.App.Telemetry;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MudBlazor;

namespace LiveGridStudio.Tests.Unit.Studio.Host;

public sealed class HostSwitchTests : StudioContext
{
    private readonly BackendMetrics _backend;
    private readonly TestFolder _folder = new();
    private readonly WidgetCatalog _catalog;

    public HostSwitchTests()
    {
        _backend = new BackendMetrics(Meters.Factory, Clock);
        Services.AddSingleton(new HostWatch(Meters.Factory, Clock));
        _catalog = new WidgetCatalog(
            Options.Create(new WidgetOptions { Path = _folder.Write("widgets.json", "{}"), AppsPath = _folder.Write("apps.json", "[]") }),
            NullLogger<WidgetCatalog>.Instance);
        Services.AddSingleton(_catalog);
        Services.AddSingleton(new CatalogWriter(_catalog, new OpenGate()));
        Popovers = Render<MudPopoverProvider>();
    }

    private IRenderedComponent<MudPopoverProvider> Popovers { get; }

    private HostWatch Watch => Services.GetRequiredService<HostWatch>();

    [Fact]
    public void Render_Closed_WatchesNothing()
    {
        var cut = Render<HostSwitch>();

        Assert.Equal("false", cut.Find("[data-testid=host-switch]").GetAttribute("aria-expanded"));
        Assert.Empty(Popovers.FindAll("[role=dialog]"));
        Assert.Null(Watch.Latest);
    }

    [Fact]
    public void Open_Second_ShowsWhatHappenedInIt()
    {
        var cut = Render<HostSwitch>();
        cut.Find("[data-testid=host-switch]").Click();
        Popovers.WaitForAssertion(() => Assert.Equal("–", Figure("host-frames")));
        Assert.Equal("This host", Popovers.Find("[role=dialog]").GetAttribute("aria-label"));
        Assert.Equal("true", cut.Find("[data-testid=host-switch]").GetAttribute("aria-expanded"));

        _backend.ClientOpened();
        _backend.FrameSent(5);
        _backend.ClientStalled();
        using var reader = Book.Subscribe(["TSLA"]);
        Clock.Advance(HostWatch.Interval);

        Popovers.WaitForAssertion(() => Assert.Equal("5", Figure("host-rows")));
        Assert.Equal("1", Figure("host-clients"));
        Assert.Equal("1", Popovers.Find("[data-testid=host-table-quotes] td:last-child").TextContent);
        Assert.Contains("host-bad", Popovers.Find("[data-testid=host-stalled]").ParentElement!.ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OutOfSight_Open_RendersNothingUntilItIsSeenAgain()
    {
        var cut = Render<HostSwitch>();
        cut.Find("[data-testid=host-switch]").Click();
        Popovers.WaitForElement("[role=dialog]");
        var panel = Popovers.FindComponent<HostPanel>();

        await panel.InvokeAsync(() => panel.Instance.OnSight(false));
        _backend.ClientOpened();
        var renders = panel.RenderCount;
        Clock.Advance(HostWatch.Interval);
        await panel.InvokeAsync(() => Assert.Equal(renders, panel.RenderCount));

        await panel.InvokeAsync(() => panel.Instance.OnSight(true));
        Assert.Equal(renders + 1, panel.RenderCount);
        Clock.Advance(HostWatch.Interval);
        Popovers.WaitForAssertion(() => Assert.Equal("1", Figure("host-clients")));
    }

    [Fact]
    public async Task Dispose_Open_StopsItsScript()
    {
        var module = JSInterop.SetupModule("./Studio/Host/HostPanel.razor.js");
        module.Mode = JSRuntimeMode.Strict;
        var stop = module.SetupModule("init", static call => call.Arguments.Count == 2).SetupVoid("stop").SetVoidResult();
        Render<HostSwitch>().Find("[data-testid=host-switch]").Click();
        Popovers.WaitForAssertion(() => Assert.Single(module.Invocations["init"]));

        await DisposeComponentsAsync();

        Assert.Single(stop.Invocations);
    }

    [Fact]
    public void Escape_Open_ClosesAndStopsWatching()
    {
        var cut = Render<HostSwitch>();
        cut.Find("[data-testid=host-switch]").Click();
        Popovers.WaitForElement("[role=dialog]");

        Popovers.Find("[role=dialog]").KeyDown("Escape");

        Popovers.WaitForAssertion(() => Assert.Empty(Popovers.FindAll("[role=dialog]")));
        Assert.Equal("false", cut.Find("[data-testid=host-switch]").GetAttribute("aria-expanded"));
        Assert.Null(Watch.Latest);
    }

    [Fact]
    public async Task Dispose_Open_StopsWatching()
    {
        var cut = Render<HostSwitch>();
        cut.Find("[data-testid=host-switch]").Click();
        Popovers.WaitForElement("[role=dialog]");
        Assert.NotNull(Watch.Latest);

        await DisposeComponentsAsync();

        Assert.Null(Watch.Latest);
    }

    [Fact]
    public void MakeAWidget_Saved_ClosesTheDialogAndShowsTheWidget()
    {
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/?widget=other&theme=dark");
        var dialogs = Render<MudDialogProvider>();
        var cut = Render<HostSwitch>();
        cut.Find("[data-testid=host-switch]").Click();

        Popovers.WaitForElement("[data-testid=make-widget-quotes]").Click();
        dialogs.WaitForElement("[data-testid=scaffold-save]").Click();

        dialogs.WaitForAssertion(() => Assert.Empty(dialogs.FindAll("[data-testid=scaffold-dialog]")));
        Assert.Empty(Popovers.FindAll("[data-testid=host-panel]"));
        Assert.Equal("http://localhost/?widget=quotes&theme=dark", navigation.Uri);
        Assert.Equal("live_grid", _catalog.Current.Widgets.Value["quotes"]["type"].Text);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _folder.Dispose();
    }

    private string Figure(string name) => Popovers.Find($"[data-testid={name}]").TextContent;

    private sealed class OpenGate : ISaveGate
    {
        public string? Refusal => null;
    }
}
