using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Support.Cluster;
using LiveGridStudio.Tests.Support.Servers;

namespace LiveGridStudio.Tests.E2E.Support;

/// <summary>Over a Redis-compatible server and a load balancer that come with the tests.</summary>
public sealed class LibraryClusterFixture : ClusterFixture
{
    private protected override Task<(ITestRedis, IBalancer)?> ServersAsync() =>
        Task.FromResult<(ITestRedis, IBalancer)?>((new GarnetRedis(), new YarpBalancer()));
}

/// <summary>Over the real Redis and nginx with <c>deploy/nginx.conf</c>, where they are or may be installed.</summary>
public sealed class RealClusterFixture : ClusterFixture
{
    private protected override async Task<(ITestRedis, IBalancer)?> ServersAsync() =>
        await ServerProgram.RedisAsync() is { } redis && await ServerProgram.NginxAsync() is { } nginx
            ? (new RedisProcess(redis), new NginxBalancer(nginx))
            : null;
}

/// <summary>Three hosts in processes of their own, one Redis, one load balancer.</summary>
public abstract class ClusterFixture : IAsyncLifetime
{
    /// <summary>Opens the hosts for pushes: behind a proxy they are open to nobody without one.</summary>
    public const string Key = "a-key-of-the-tests";

    private readonly List<HostProcess> _hosts = [];
    private ITestRedis? _redis;
    private IBalancer? _balancer;

    /// <value>Why there is none; null when there is one.</value>
    public string? Missing { get; private set; }

    /// <value>The address in front of the hosts.</value>
    public Uri Address => _balancer!.Address;

    public string Redis => _redis!.Address;

    internal IReadOnlyList<HostProcess> Hosts => _hosts;

    public async ValueTask InitializeAsync()
    {
        if (await ServersAsync() is not var (redis, balancer))
        {
            Missing = "There is no redis-server or no nginx, and they could not be installed (Debian: apt-get install redis-server nginx-light).";
            return;
        }

        (_redis, _balancer) = (redis, balancer);
        await redis.StartAsync();
        for (var i = 0; i < 3; i++)
        {
            _hosts.Add(new HostProcess(
                FreePort.Next(), $"--Cluster:Redis={redis.Address}", "--Cluster:LeaseTime=00:00:01", "--Proxy:Trusted:0=127.0.0.1",
                "--Ticks:MinInterval=00:00:00.050", "--Ticks:MaxInterval=00:00:00.050", "--Tables:orders:Key:0=id", $"--Ingest:Keys:0={Key}"));
        }

        await Task.WhenAll(_hosts.Select(static host => host.StartAsync()));
        await balancer.StartAsync([.. _hosts.Select(static host => host.Address)]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        if (_balancer is not null)
        {
            await _balancer.DisposeAsync();
        }

        if (_redis is not null)
        {
            await _redis.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Kills a host and starts it again.</summary>
    internal static async Task RestartAsync(HostProcess host)
    {
        await host.KillAsync();
        await host.StartAsync();
    }

    /// <summary>The rows of a table, as one host answers; empty while it does not.</summary>
    internal static async Task<IReadOnlyList<JsValue>> RowsAsync(Uri address, string path)
    {
        using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            return answer.IsSuccessStatusCode ? JsonText.Parse(await answer.Content.ReadAsStringAsync()).List : [];
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return [];
        }
    }

    /// <summary>The host that runs the source of the quotes; null while none does.</summary>
    internal async Task<HostProcess?> LeaderAsync()
    {
        foreach (var host in _hosts.Where(static host => host.IsRunning))
        {
            if ((await RowsAsync(host.Address, "/api/tables")).Any(static table => table["name"].Text == "quotes" && table["state"].Text == "running"))
            {
                return host;
            }
        }

        return null;
    }

    private protected abstract Task<(ITestRedis Redis, IBalancer Balancer)?> ServersAsync();
}
