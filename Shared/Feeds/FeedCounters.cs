namespace LiveGridStudio.Shared.Feeds;

/// <summary>Counts since a feed was created.</summary>
/// <param name="Frames">Frames received, including the <see cref="Dropped"/> ones.</param>
/// <param name="Rows">Rows in those frames.</param>
/// <param name="Conflated">Rows replaced by a newer one with the same id before they were read.</param>
public readonly record struct FeedCounters(long Frames, long Rows, long Conflated)
{
    /// <value>Bytes of all frames, before any is dropped.</value>
    public long Bytes { get; init; }

    /// <value>Frames that the reader never receives: too large, or displaced by newer ones while the reader was behind.</value>
    public long Dropped { get; init; }

    /// <value>Number of times a lost socket was opened again.</value>
    public long Reconnects { get; init; }

    /// <value>Arrival time of the newest frame; null before the first.</value>
    public DateTimeOffset? LastFrameAt { get; init; }
}
