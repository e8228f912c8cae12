using System.Net.WebSockets;
using LiveGridStudio.App.Hosting.Requests;
using LiveGridStudio.Shared.Quotes;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Backend;

/// <summary>Makes the handler of one connection out of what all connections share.</summary>
internal sealed class LiveGridSocketFactory(
    FlushClock clock,
    QuoteBook book,
    IOptions<BackendOptions> options,
    BackendMetrics metrics,
    TimeProvider timeProvider,
    ILogger<LiveGridSocket> logger)
{
    public FlushClock Clock => clock;

    public QuoteBook Book => book;

    public BackendOptions Options => options.Value;

    public BackendMetrics Metrics => metrics;

    public TimeProvider TimeProvider => timeProvider;

    public ILogger Logger => logger;

    /// <value>Of pages that are refused.</value>
    public WarningPace Refusals { get; } = new(timeProvider);

    public LiveGridSocket Create(WebSocket socket, string client) => new(socket, client, clock.Open(), this);
}
