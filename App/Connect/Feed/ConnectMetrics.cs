using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using LiveGridStudio.App.Telemetry;

namespace LiveGridStudio.App.Connect.Feed;

/// <summary>Metrics of the open feeds of other backends, meter <c>LiveGridStudio.Connect</c>.</summary>
public sealed class ConnectMetrics : IEarlyMetrics
{
    public const string MeterName = "LiveGridStudio.Connect";
    public const string Feeds = "livegrid.remote.feeds";
    public const string StateTag = "livegrid.feed.state";

    private readonly ConcurrentDictionary<RemoteWidgetFeed, bool> _feeds = [];

    public ConnectMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        meters.Create(MeterName).CreateObservableUpDownCounter(Feeds, Count, "{feed}", "Open feeds of other backends, by state.");
    }

    internal void Opened(RemoteWidgetFeed feed) => _feeds[feed] = true;

    internal void Closed(RemoteWidgetFeed feed) => _feeds.TryRemove(feed, out _);

    /// <summary>States without a feed are reported as 0: an absent number would look like its last value.</summary>
    private IEnumerable<Measurement<long>> Count()
    {
        var counts = _feeds.Keys.CountBy(static feed => feed.Status.State).ToDictionary();
        return Enum.GetValues<Shared.Feeds.FeedState>().Select(state => new Measurement<long>(
            counts.GetValueOrDefault(state), KeyValuePair.Create<string, object?>(StateTag, state.ToString().ToLowerInvariant())));
    }
}
