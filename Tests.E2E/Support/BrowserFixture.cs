using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(LiveGridStudio.Tests.E2E.Support.BrowserFixture))]

namespace LiveGridStudio.Tests.E2E.Support;

/// <summary>One browser for all journeys. See <see cref="BrowserProvision"/> for where it comes from.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>The time limit in milliseconds, for busy machines; a successful journey does not wait for it.</summary>
    private const float Patience = 20_000;

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--no-first-run",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser was not started.");

    public async ValueTask InitializeAsync()
    {
        var path = await BrowserProvision.FindOrInstallAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
