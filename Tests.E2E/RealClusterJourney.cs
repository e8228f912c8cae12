using LiveGridStudio.Tests.E2E.Support;
using LiveGridStudio.Tests.Support.Cluster;
using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E;

/// <summary>Over the real Redis and nginx, whose configuration also decides to which host a page goes.</summary>
public sealed class RealClusterJourney(BrowserFixture browser, RealClusterFixture cluster)
    : ClusterJourney(browser, cluster), IClassFixture<RealClusterFixture>
{
    [Fact]
    public async Task Page_ItsHostIsKilled_ComesBackOnAnotherWithWidgetParametersAndEdit()
    {
        HasEditor = true;
        var studio = await OpenAsync(Cluster.Address, "/?widget=live_grid&symbol=TSLA&theme=light");
        await Expect(studio.Rows).ToHaveCountAsync(1);
        await Expect(studio.FeedState).ToHaveTextAsync("Live");
        await studio.WaitForEditorAsync();
        await new EditorPageObject(studio.Page).ReplaceAsync("Price", "Last price");
        await Expect(studio.Grid.GetByRole(AriaRole.Columnheader).Nth(1)).ToHaveTextAsync("Last price");
        await studio.Page.WaitForFunctionAsync("() => Object.values(sessionStorage).some(kept => kept.includes('Last price'))");
        await studio.Page.EvaluateAsync("window.isTheOldPage = true");

        // Its host is one of the three; each that is killed is back before the next one goes.
        var moved = false;
        for (var i = 0; i < Cluster.Hosts.Count && !moved; i++)
        {
            await Cluster.Hosts[i].KillAsync();
            moved = await IsLostAsync(studio);
            if (!moved)
            {
                await Cluster.Hosts[i].StartAsync();
            }
        }

        Assert.True(moved);
        await studio.Page.WaitForFunctionAsync("() => window.isTheOldPage === undefined");
        await Expect(studio.Grid.GetByRole(AriaRole.Columnheader).Nth(1)).ToHaveTextAsync("Last price");
        await Expect(studio.Rows).ToHaveCountAsync(1);
        await Expect(studio.Cell("TSLA", "symbol")).ToHaveTextAsync("TSLA");
        await Expect(studio.FeedState).ToHaveTextAsync("Live");
        await Expect(studio.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await Expect(studio.Page.GetByTestId("editor-note")).ToContainTextAsync("is back");
        foreach (var host in Cluster.Hosts.Where(static host => !host.IsRunning))
        {
            await host.StartAsync();
        }
    }

    /// <summary>Whether the page has lost its circuit, or is a new one already.</summary>
    private static async Task<bool> IsLostAsync(StudioPageObject studio)
    {
        const string Lost = "() => window.isTheOldPage === undefined || document.documentElement.dataset.circuit === 'lost'";
        try
        {
            await studio.Page.WaitForFunctionAsync(Lost, null, new() { Timeout = 1500 });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
