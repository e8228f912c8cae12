namespace LiveGridStudio.App.Telemetry;

/// <summary>The activity of the host at one moment. Rates are those of the last second; null before the first.</summary>
internal sealed record HostSample
{
    public double? TicksPerSecond { get; init; }

    public double? ConflatedPerSecond { get; init; }

    public double? FramesPerSecond { get; init; }

    public double? RowsPerSecond { get; init; }

    public long Conflated { get; init; }

    public long Subscriptions { get; init; }

    public long Clients { get; init; }

    /// <value>Clients closed because they received nothing, since the start.</value>
    public long Stalled { get; init; }

    public long Circuits { get; init; }

    public long Previews { get; init; }

    /// <value>Open feeds of other backends by state; states without one are left out.</value>
    public IReadOnlyDictionary<string, long> RemoteFeeds { get; init; } = new Dictionary<string, long>();

    /// <value>In seconds, over the last ten seconds; null when no frame was sent.</value>
    public double? AgeMedian { get; init; }

    /// <value>In the same unit, over the same time.</value>
    public double? AgeWorst { get; init; }

    /// <value>Duration of a flush in seconds; null when there was none.</value>
    public double? FlushMedian { get; init; }

    /// <value>In the same unit, over the same time.</value>
    public double? FlushWorst { get; init; }

    /// <value>Processor cores in use: 0.5 is half a core. Null before the first second.</value>
    public double? Cores { get; init; }

    /// <value>Bytes in memory, as the operating system counts them.</value>
    public long WorkingSet { get; init; }

    /// <value>Bytes of objects, including those not yet collected.</value>
    public long Heap { get; init; }
}
