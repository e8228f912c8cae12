using LiveGridStudio.Tests.E2E.Support;
using Microsoft.Playwright;

namespace LiveGridStudio.Bench.Paint;

/// <summary>A Chromium for one suite, found in the same way as for the journeys.</summary>
internal sealed class PaintBrowser : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--no-first-run",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly ICDPSession _session;

    private PaintBrowser(IPlaywright playwright, IBrowser browser, ICDPSession session)
    {
        _playwright = playwright;
        _browser = browser;
        _session = session;
    }

    public static async Task<PaintBrowser> StartAsync()
    {
        var path = await BrowserProvision.FindOrInstallAsync();
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Arguments });
        return new PaintBrowser(playwright, browser, await browser.NewBrowserCDPSessionAsync());
    }

    /// <summary>Opens an empty window with the probe.</summary>
    public async Task<IBrowserContext> OpenAsync()
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
        });
        await context.AddInitScriptAsync(PageFile.Read("probe.js"));
        return context;
    }

    /// <summary>Processor time of all processes of the browser so far.</summary>
    public async Task<double> CpuSecondsAsync()
    {
        var answer = await _session.SendAsync("SystemInfo.getProcessInfo");
        return answer?.GetProperty("processInfo").EnumerateArray().Sum(static process => process.GetProperty("cpuTime").GetDouble()) ?? 0;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
