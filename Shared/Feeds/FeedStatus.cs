namespace LiveGridStudio.Shared.Feeds;

/// <summary>All that a feed says about itself, as one value of one instant that any thread can keep.</summary>
/// <param name="State">Connecting, live, reconnecting, failed or snapshot. Staleness is for the reader to judge.</param>
/// <param name="Reason">Why the feed failed, dials again or waits for nothing; null while all is well.</param>
/// <param name="RetryAt">When a lost feed is dialled next; null while it is being dialled, and in every other state.</param>
public sealed record FeedStatus(FeedState State, string? Reason = null, DateTimeOffset? RetryAt = null)
{
    /// <value>Nothing has come yet.</value>
    public static FeedStatus Connecting { get; } = new(FeedState.Connecting);

    /// <value>
    /// When <see cref="State"/> began, on the clock of the feed; null until something has come. A feed that was lost and is back has another
    /// time, so a reader who looks too late to see the loss still learns of it.
    /// </value>
    public DateTimeOffset? Since { get; init; }

    /// <value>What works here and would not in Workspace, in a sentence; null for nothing. Known once rows have been read.</value>
    public string? Warning { get; init; }

    /// <value>
    /// An origin, such as <c>http://127.0.0.1:9000</c>, that the reader has to allow before the feed reads on; null while nobody has
    /// to be asked. Once allowed, the feed is opened again.
    /// </value>
    public string? AsksFor { get; init; }

    /// <value>
    /// Changes were missed: the feed was away and is back, or frames were dropped; or rows that could not be had may be there
    /// now. What comes from now on belongs to a new snapshot, so the reader leaves it with the feed and calls
    /// <see cref="IWidgetFeed.ReopenAsync"/> first.
    /// </value>
    public bool NeedsSnapshot { get; init; }

    public FeedCounters Counters { get; init; }
}
