namespace LiveGridStudio.Shared.Feeds;

/// <summary>What a feed has seen since it was made.</summary>
/// <param name="Frames">Frames that came; the <see cref="Dropped"/> ones are among them.</param>
/// <param name="Rows">Rows in those frames.</param>
/// <param name="Conflated">Rows that a newer one of the same id replaced before they were read.</param>
public readonly record struct FeedCounters(long Frames, long Rows, long Conflated)
{
    /// <value>Bytes of all frames, before any is dropped.</value>
    public long Bytes { get; init; }

    /// <value>Frames that the reader never gets: too large, or pushed out by newer ones while the reader was behind.</value>
    public long Dropped { get; init; }

    /// <value>How often a lost socket was opened again.</value>
    public long Reconnects { get; init; }

    /// <value>When the newest frame came; null before the first.</value>
    public DateTimeOffset? LastFrameAt { get; init; }
}
