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

/// <summary>Three hosts behind a load balancer, of which some are killed while they are used.</summary>
public abstract class ClusterJourney : Journey
{
    private const string Name = "livegrid";

    private protected ClusterJourney(BrowserFixture browser, ClusterFixture cluster)
        : base(browser)
    {
        Assert.SkipWhen(cluster.Missing is not null, cluster.Missing ?? "");
        Cluster = cluster;
    }

    private protected ClusterFixture Cluster { get; }

    [Fact]
    public async Task Push_WhileHostsAreKilled_LosesNothingAndVersionsNeverGoBack()
    {
        using var redis = await ConnectionMultiplexer.ConnectAsync(Cluster.Redis);
        var expected = new Dictionary<string, Dictionary<string, int>>();
        var random = new Random(11);
        var version = 0L;
        Task? restarting = null;
        for (var i = 1; i <= 120; i++)
        {
            if (i % 30 == 0)
            {
                await (restarting ?? Task.CompletedTask);
                restarting = ClusterFixture.RestartAsync(Cluster.Hosts[random.Next(3)]);
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
        foreach (var host in Cluster.Hosts)
        {
            await Eventually.AnswersAsync(async () => Holds(await ClusterFixture.RowsAsync(host.Address, "/orders"), expected));
        }
    }

    [Fact]
    public async Task Kill_TheHostThatRunsTheSource_AnotherGoesOnFromThere()
    {
        HostProcess? leader = null;
        await Eventually.AnswersAsync(async () => (leader = await Cluster.LeaderAsync()) is not null);
        var others = Cluster.Hosts.Where(host => host != leader).ToList();
        await leader!.KillAsync();
        var volume = await VolumeAsync(others[0].Address);
        Assert.True(volume >= 1_000_000);

        foreach (var host in others)
        {
            await Eventually.AnswersAsync(async () => await VolumeAsync(host.Address) > volume + 1000);
        }

        Assert.NotNull(await Cluster.LeaderAsync());
        await leader.StartAsync();
        await Eventually.AnswersAsync(async () => await VolumeAsync(leader.Address) > volume + 1000);
    }

    private static bool Holds(IReadOnlyList<JsValue> rows, Dictionary<string, Dictionary<string, int>> expected) =>
        rows.Count == expected.Count && rows.All(row => expected[row["id"].Text!] is var fields
            && row.Object.Count == fields.Count + 1 && fields.All(field => row[field.Key].Number == field.Value));

    private static async Task<double> VolumeAsync(Uri address) =>
        await ClusterFixture.RowsAsync(address, "/live_grid_data?symbol=AAPL") is [var row] ? row["volume"].Number : 0;

    /// <summary>As a careful program does: what was not taken is sent again.</summary>
    private async Task PushUntilTakenAsync(string row)
    {
        using var client = new HttpClient { BaseAddress = Cluster.Address, Timeout = TimeSpan.FromSeconds(5) };
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
