using LiveGridStudio.Tests.E2E.Support;
using LiveGridStudio.Tests.Support;
using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E.Faulty;

/// <summary>An author previews a faulty backend, which listens on a port of its own.</summary>
public abstract class FaultyBackendJourney : Journey
{
    private readonly List<FaultyBackend> _backends = [];

    private protected FaultyBackendJourney(BrowserFixture browser, StudioFactory host)
        : base(browser) => Host = host;

    private protected StudioFactory Host { get; }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var backend in _backends)
        {
            await backend.DisposeAsync();
        }
    }

    /// <summary>A faulty backend that Workspace's page may read, unless the test says otherwise.</summary>
    private protected async Task<FaultyBackend> StartOddAsync()
    {
        var backend = await FaultyBackend.StartAsync();
        backend.AllowOrigin = "*";
        _backends.Add(backend);
        return backend;
    }

    /// <summary>The studio, opened on a widget of the faulty backend.</summary>
    private protected Task<StudioPageObject> OpenAsync(FaultyBackend backend, string widget = "odd", string more = "") =>
        OpenAsync(Host, Address(backend, widget) + more);

    private protected static string Address(FaultyBackend backend, string widget) =>
        $"/?backend={Uri.EscapeDataString(backend.Address.ToString())}&widget={widget}";

    /// <summary>Waits until the faulty backend's grid is live and answers its socket.</summary>
    private protected static async Task<FaultySocket> WaitUntilLiveAsync(FaultyBackend backend, StudioPageObject studio)
    {
        var socket = await backend.NextSocketAsync();
        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "live");
        await Expect(studio.Rows).ToHaveCountAsync(4);
        return socket;
    }

    private protected static Task<bool> HasBeenHackedAsync(IPage page) => page.EvaluateAsync<bool>("window.hacked === true");
}
