using LiveGridStudio.Tests.E2E.Support;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.E2E;

/// <summary>A tab in the background costs nothing, and is up to date when its reader comes back.</summary>
public sealed class HiddenTabJourney(BrowserFixture browser) : Journey(browser)
{
    private const string Hide =
        """
        () => {
          window.pageIs = "hidden";
          Object.defineProperty(document, "visibilityState", { get: () => window.pageIs, configurable: true });
          document.dispatchEvent(new Event("visibilitychange"));
        }
        """;

    private const string Watch =
        """
        () => {
          window.changes = 0;
          new MutationObserver(records => window.changes += records.length)
            .observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
        }
        """;

    [Fact]
    public async Task Hide_BusyFeed_PageStandsStillUntilItIsShown()
    {
        var host = StartBusyHost();
        var studio = await OpenAsync(host, "/preview/live_grid");
        await Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "live");
        using var client = await SocketClient.ConnectAsync(host.Address);
        await client.SendAsync("""{"params":{"symbol":"TSLA"}}""");
        await TicksAsync(client, 2);

        await studio.Page.EvaluateAsync(Hide);
        // Messages that are still on their way arrive during these ticks.
        await TicksAsync(client, 3);
        await studio.Page.EvaluateAsync(Watch);
        await TicksAsync(client, 8);

        Assert.Equal(0, await studio.Page.EvaluateAsync<int>("() => window.changes"));

        await studio.Page.EvaluateAsync("() => { window.pageIs = 'visible'; document.dispatchEvent(new Event('visibilitychange')); }");

        await studio.Page.WaitForFunctionAsync("() => window.changes > 0");
        Assert.Empty(ConsoleErrors);
    }

    private static async Task TicksAsync(SocketClient client, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await client.ReceiveAsync();
        }
    }
}
