using System.Net;
using System.Net.Http.Headers;
using System.Text;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.E2E.Support;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Support.Cluster;
using Microsoft.Playwright;
using StackExchange.Redis;

namespace LiveGridStudio.Tests.E2E;

public sealed class LibraryClusterJourney(BrowserFixture browser, LibraryClusterFixture cluster)
    : ClusterJourney(browser, cluster), IClassFixture<LibraryClusterFixture>;

public sealed class RealClusterJourney(BrowserFixture browser, RealClusterFixture cluster)
    : ClusterJourney(browser, cluster), IClassFixture<RealClusterFixture>;

/// <summary>Three hosts behind a load balancer, of which some are killed while they are used.</summary>
public abstract class ClusterJourney : Journey
{
    private const string Name = "livegrid";
    private readonly ClusterFixture _cluster;

    private protected ClusterJourney(BrowserFixture browser, ClusterFixture cluster)
        : base(browser)
    {
        Assert.SkipWhen(cluster.Missing is not null, cluster.Missing ?? "");
        _cluster = cluster;
    }

    [Fact]
    public async Task Push_WhileHostsAreKilled_LosesNothingAndVersionsNeverGoBack()
    {
        using var redis = await ConnectionMultiplexer.ConnectAsync(_cluster.Redis);
        var expected = new Dictionary<string, Dictionary<string, int>>();
        var random = new Random(11);
        var version = 0L;
        Task? restarting = null;
        for (var i = 1; i <= 120; i++)
        {
            if (i % 30 == 0)
            {
                await (restarting ?? Task.CompletedTask);
                restarting = ClusterFixture.RestartAsync(_cluster.Hosts[random.Next(3)]);
            }

            var (id, field) = ($"row{random.Next(8)}", $"f{random.Next(6)}");
            await PushUntilTakenAsync($$"""{"id": "{{id}}", "{{field}}": {{i}}}""");
            if (!expected.TryGetValue(id, out var row))
            {
                expected[id] = row = [];
            }

            row[field] = i;
            var newest = (long)await redis.GetDatabase().HashGetAsync($"{Name}:{{orders}}:meta", "version");
            Assert.True(newest > version, $"Version {newest} after {version}.");
            version = newest;
        }

        await restarting!;
        foreach (var host in _cluster.Hosts)
        {
            await Eventually.AnswersAsync(async () => Holds(await ClusterFixture.RowsAsync(host.Address, "/orders"), expected));
        }
    }

    [Fact]
    public async Task Kill_TheHostThatRunsTheSource_AnotherGoesOnFromThere()
    {
        HostProcess? leader = null;
        await Eventually.AnswersAsync(async () => (leader = await _cluster.LeaderAsync()) is not null);
        var others = _cluster.Hosts.Where(host => host != leader).ToList();
        await leader!.KillAsync();
        var volume = await VolumeAsync(others[0].Address);
        Assert.True(volume >= 1_000_000);

        foreach (var host in others)
        {
            await Eventually.AnswersAsync(async () => await VolumeAsync(host.Address) > volume + 1000);
        }

        Assert.NotNull(await _cluster.LeaderAsync());
        await leader.StartAsync();
        await Eventually.AnswersAsync(async () => await VolumeAsync(leader.Address) > volume + 1000);
    }

    [Fact]
    public async Task Page_ItsHostIsKilled_ComesBackOnAnotherWithWidgetParametersAndEdit()
    {
        HasEditor = true;
        var studio = await OpenAsync(_cluster.Address, "/?widget=live_grid&symbol=TSLA&theme=light");
        await Expect(studio.Rows).ToHaveCountAsync(1);
        await Expect(studio.FeedState).ToHaveTextAsync("Live");
        await studio.WaitForEditorAsync();
        await new EditorPageObject(studio.Page).ReplaceAsync("Price", "Last price");
        await Expect(studio.Grid.GetByRole(AriaRole.Columnheader).Nth(1)).ToHaveTextAsync("Last price");
        await studio.Page.WaitForFunctionAsync("() => Object.values(sessionStorage).some(kept => kept.includes('Last price'))");
        await studio.Page.EvaluateAsync("window.isTheOldPage = true");

        // Its host is one of the three; each that is killed is back before the next one goes.
        var moved = false;
        for (var i = 0; i < _cluster.Hosts.Count && !moved; i++)
        {
            await _cluster.Hosts[i].KillAsync();
            moved = await IsLostAsync(studio);
            if (!moved)
            {
                await _cluster.Hosts[i].StartAsync();
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
        foreach (var host in _cluster.Hosts.Where(static host => !host.IsRunning))
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

    private static bool Holds(IReadOnlyList<JsValue> rows, Dictionary<string, Dictionary<string, int>> expected) =>
        rows.Count == expected.Count && rows.All(row => expected[row["id"].Text!] is var fields
            && row.Object.Count == fields.Count + 1 && fields.All(field => row[field.Key].Number == field.Value));

    private static async Task<double> VolumeAsync(Uri address) =>
        await ClusterFixture.RowsAsync(address, "/live_grid_data?symbol=AAPL") is [var row] ? row["volume"].Number : 0;

    /// <summary>As a careful program does: what was not taken is sent again.</summary>
    private async Task PushUntilTakenAsync(string row)
    {
        using var client = new HttpClient { BaseAddress = _cluster.Address, Timeout = TimeSpan.FromSeconds(5) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ClusterFixture.Key);
        var said = "";
        try
        {
            await Eventually.AnswersAsync(async () =>
            {
                try
                {
                    using var answer = await client.PostAsync(
                        new Uri("/api/tables/orders/rows", UriKind.Relative), new StringContent(row, Encoding.UTF8, "application/json"));
                    said = $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}";
                    return answer.StatusCode == HttpStatusCode.OK;
                }
                catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
                {
                    said = exception.Message;
                    return false;
                }
            });
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{row} was not taken: {said}");
        }
    }
}
