using System.Diagnostics.Metrics;
using LiveGridStudio.App.Backend;
using LiveGridStudio.App.Connect.Feed;
using LiveGridStudio.App.Studio;
using LiveGridStudio.Shared.Quotes;

namespace LiveGridStudio.App.Telemetry;

/// <summary>Converts totals to their increase since the previous sample. For one caller at a time.</summary>
internal sealed class HostSampler(IMeterFactory meters, TimeProvider timeProvider) : IDisposable
{
    private readonly HostReader _reader = new(meters);
    private Dictionary<string, long> _before = [];
    private TimeSpan _cpuBefore;
    private long _takenAt;

    public HostSample Take()
    {
        var now = timeProvider.GetTimestamp();
        var seconds = _before.Count == 0 ? 0 : timeProvider.GetElapsedTime(_takenAt, now).TotalSeconds;
        var totals = new Dictionary<string, long>(_reader.Read());
        var cpu = Environment.CpuUsage.TotalTime;
        var sample = new HostSample
        {
            TicksPerSecond = Rate(TickMetrics.Received),
            ConflatedPerSecond = Rate(TickMetrics.Conflated),
            FramesPerSecond = Rate(BackendMetrics.Frames),
            RowsPerSecond = Rate(BackendMetrics.Rows),
            Conflated = Total(TickMetrics.Conflated),
            Subscriptions = Total(TickMetrics.Subscriptions),
            Clients = Total(BackendMetrics.Clients),
            Stalled = Total(BackendMetrics.Stalled),
            Circuits = Total(StudioMetrics.Circuits),
            Previews = Total(StudioMetrics.Previews),
            RemoteFeeds = RemoteFeeds(totals),
            AgeMedian = _reader.Percentile(BackendMetrics.TickAge, 0.5),
            AgeWorst = _reader.Percentile(BackendMetrics.TickAge, 0.99),
            FlushMedian = _reader.Percentile(BackendMetrics.FlushDuration, 0.5),
            FlushWorst = _reader.Percentile(BackendMetrics.FlushDuration, 0.99),
            Cores = seconds > 0 ? (cpu - _cpuBefore).TotalSeconds / seconds : null,
            WorkingSet = Environment.WorkingSet,
            Heap = GC.GetTotalMemory(forceFullCollection: false),
        };
        (_before, _cpuBefore, _takenAt) = (totals, cpu, now);
        return sample;

        long Total(string name) => totals.GetValueOrDefault(name);

        double? Rate(string name) => seconds > 0 ? (Total(name) - _before.GetValueOrDefault(name)) / seconds : null;
    }

    public void Dispose() => _reader.Dispose();

    private static Dictionary<string, long> RemoteFeeds(Dictionary<string, long> totals)
    {
        const string prefix = ConnectMetrics.Feeds + ":";
        return totals
            .Where(static total => total.Value > 0 && total.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(static total => total.Key[prefix.Length..], static total => total.Value);
    }
}
