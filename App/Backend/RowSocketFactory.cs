using System.Net.WebSockets;
using LiveGridStudio.App.Hosting.Requests;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Backend;

/// <summary>Creates the handler of one connection from what all connections share.</summary>
internal sealed class RowSocketFactory(
    FlushClock clock,
    IOptions<BackendOptions> options,
    BackendMetrics metrics,
    TimeProvider timeProvider,
    ILogger<RowSocket> logger)
{
    public FlushClock Clock => clock;

    public BackendOptions Options => options.Value;

    public BackendMetrics Metrics => metrics;

    public TimeProvider TimeProvider => timeProvider;

    public ILogger Logger => logger;

    /// <value>Limits the warnings about refused pages.</value>
    public WarningPace Refusals { get; } = new(timeProvider);

    public RowSocket Create(WebSocket socket, string client, ISocketSubscriber subscriber) =>
        new(socket, client, subscriber, clock.Open(subscriber.Table), this);
}
