using System.Net.WebSockets;
using LiveGridStudio.App.Hosting.Requests;
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

    /// <value>Of pages that are refused.</value>
    public WarningPace Refusals { get; } = new(timeProvider);

    public LiveGridSocket Create(WebSocket socket, string client, ISocketSubscriber subscriber) =>
        new(socket, client, subscriber, clock.Open(subscriber.Table), this);
}
