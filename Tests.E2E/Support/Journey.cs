using LiveGridStudio.Tests.Support;
using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E.Support;

/// <summary>One journey with its own host and browser window; a trace is kept when it fails.</summary>
public abstract class Journey(BrowserFixture browser) : IAsyncLifetime
{
    /// <summary>
    /// Whether traces contain a picture of the page at each step, which takes as long as the journeys themselves. Without it a trace
    /// contains the steps, the console and the requests.
    /// </summary>
    private static readonly bool TracesSnapshots = Environment.GetEnvironmentVariable("E2E_SNAPSHOTS") == "1";

    private readonly List<StudioFactory> _hosts = [];
    private readonly List<IBrowserContext> _contexts = [];

    /// <summary>What the page wrote to its console as an error.</summary>
    protected List<string> ConsoleErrors { get; } = [];

    /// <value>
    /// Whether the definition's editor is loaded. A browser window starts without a cache, and loading Monaco is half the work of a short
    /// journey; only journeys that need the text set this, before they open a page.
    /// </value>
    protected bool HasEditor { get; set; }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        foreach (var context in _contexts)
        {
            var name = string.Concat(TestContext.Current.TestMethod?.MethodName, ".zip");
            await context.Tracing.StopAsync(new TracingStopOptions { Path = failed ? Path.Combine("TestResults", "traces", name) : null });
            await context.DisposeAsync();
        }

        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>A host whose ticks the test publishes itself.</summary>
    private protected StudioFactory StartQuietHost(params (string, string)[] settings) => Keep(new StudioFactory(settings));

    /// <summary>A host with simulated ticks, four times as fast as by default.</summary>
    private protected StudioFactory StartBusyHost(params (string, string)[] settings) => Keep(new StudioFactory(
        simulates: true,
        [("Ticks:Seed", "7"), ("Ticks:MinInterval", "00:00:00.125"), ("Ticks:MaxInterval", "00:00:00.200"), .. settings]));

    private protected Task<StudioPageObject> OpenAsync(StudioFactory host, string path = "/", ViewportSize? viewport = null) =>
        OpenAsync(host.Address, path, viewport);

    private protected async Task<StudioPageObject> OpenAsync(Uri address, string path = "/", ViewportSize? viewport = null)
    {
        var context = await browser.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = viewport ?? new ViewportSize { Width = 1440, Height = 900 },
        });
        _contexts.Add(context);
        await context.Tracing.StartAsync(new TracingStartOptions { Snapshots = TracesSnapshots });
        if (!HasEditor)
        {
            await context.AddInitScriptAsync(
                "Object.defineProperty(window, 'monaco', { get() { throw new Error('This journey goes without the editor.'); } });");
        }

        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                ConsoleErrors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => ConsoleErrors.Add(error);
        await page.GotoAsync(path);
        return new StudioPageObject(page);
    }

    private protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private protected static IPageAssertions Expect(IPage page) => Assertions.Expect(page);

    /// <summary>Disposes a host with the journey.</summary>
    private protected StudioFactory Keep(StudioFactory host)
    {
        _hosts.Add(host);
        return host;
    }
}
