using LiveGridStudio.Tests.Support.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Transforms;

namespace LiveGridStudio.Tests.Support.Cluster;

/// <summary>One address in front of many hosts, which keeps a browser on its host.</summary>
internal interface IBalancer : IAsyncDisposable
{
    Uri Address { get; }

    Task StartAsync(IReadOnlyList<Uri> hosts);
}

/// <summary>The real nginx, with <c>deploy/nginx.conf</c>.</summary>
internal sealed class NginxBalancer(string program) : IBalancer
{
    private readonly NginxProcess _nginx = new();

    public Uri Address { get; } = new($"http://localhost:{FreePort.Next()}");

    public Task StartAsync(IReadOnlyList<Uri> hosts) => _nginx.StartAsync(
        program,
        "nginx.conf",
        [("listen 7779", $"listen 127.0.0.1:{Address.Port}"), .. hosts.Select(static (host, i) => ($@"127\.0\.0\.1:778{i + 1}", host.Authority))]);

    public ValueTask DisposeAsync() => _nginx.DisposeAsync();
}

/// <summary>YARP inside the test process, so that no server has to be installed.</summary>
internal sealed class YarpBalancer : IBalancer
{
    private WebApplication? _app;

    public Uri Address { get; private set; } = null!;

    public async Task StartAsync(IReadOnlyList<Uri> hosts)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddReverseProxy().LoadFromMemory(
            [
                new RouteConfig { RouteId = "all", ClusterId = "hosts", Match = new RouteMatch { Path = "{**rest}" } }.WithTransformUseOriginalHostHeader(),
            ],
            [
                new ClusterConfig
                {
                    ClusterId = "hosts",
                    LoadBalancingPolicy = "Random",
                    SessionAffinity = new SessionAffinityConfig { Enabled = true, Policy = "HashCookie", FailurePolicy = "Redistribute", AffinityKeyName = "livegrid_host" },
                    HealthCheck = new HealthCheckConfig
                    {
                        Active = new ActiveHealthCheckConfig { Enabled = true, Interval = TimeSpan.FromMilliseconds(250), Timeout = TimeSpan.FromSeconds(1), Policy = "ConsecutiveFailures", Path = "/healthz/live" },
                    },
                    Metadata = new Dictionary<string, string> { ["ConsecutiveFailuresHealthPolicy.Threshold"] = "1" },
                    Destinations = hosts.ToDictionary(static host => host.Authority, static host => new DestinationConfig { Address = host.ToString() }),
                },
            ]);
        _app = builder.Build();
        _app.UseWebSockets();
        _app.MapReverseProxy();
        await _app.StartAsync();
        var port = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        Address = new Uri($"http://localhost:{port}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is { } app)
        {
            await app.DisposeAsync();
        }
    }
}
