using System.Net.WebSockets;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Backend;

/// <summary>Makes the handler of one connection out of what all connections share.</summary>
internal sealed class LiveGridSocketFactory(
    FlushClock clock,
    IOptions<BackendOptions> options,
    BackendMetrics metrics,
    TimeProvider timeProvider,
    ILogger<LiveGridSocket> logger)
{
    public FlushClock Clock => clock;

    public BackendOptions Options => options.Value;

    public BackendMetrics Metrics => metrics;

    public TimeProvider TimeProvider => timeProvider;

    public ILogger Logger => logger;

    public LiveGridSocket Create(WebSocket socket, string client) => new(socket, client, clock.Open(), this);
}
