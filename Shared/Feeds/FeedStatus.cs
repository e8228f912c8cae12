namespace LiveGridStudio.Shared.Feeds;

/// <summary>The status of a feed at one instant, as one immutable value for any thread.</summary>
/// <param name="State">Connecting, live, reconnecting, failed or snapshot. The reader decides whether the feed is stale.</param>
/// <param name="Reason">Why the feed failed, reconnects or expects no messages; null without a problem.</param>
/// <param name="RetryAt">When a lost feed reconnects next; null while it connects, and in every other state.</param>
public sealed record FeedStatus(FeedState State, string? Reason = null, DateTimeOffset? RetryAt = null)
{
    /// <value>Nothing has arrived yet.</value>
    public static FeedStatus Connecting { get; } = new(FeedState.Connecting);

    /// <value>
    /// When <see cref="State"/> began, on the clock of the feed; null until something has arrived. It differs after each reconnect, so that
    /// a reader who reads too late to see the loss still notices it.
    /// </value>
    public DateTimeOffset? Since { get; init; }

    /// <value>What does not work, for findings.</value>
    public FeedTroubles Troubles { get; init; }

    /// <value>What works here but would not work in Workspace, in a sentence; null for nothing. Known once rows have been read.</value>
    public string? Warning { get; init; }

    /// <value>
    /// An origin, such as <c>http://127.0.0.1:9000</c>, that the user must allow before the feed continues; null for none. Once it is
    /// allowed, the feed is opened again.
    /// </value>
    public string? AsksFor { get; init; }

    /// <value>
    /// True when changes were missed (the feed was lost and is back, or frames were dropped), or when rows that were unavailable may be
    /// available now. Later frames belong to a new snapshot, so the reader does not drain them before it has called <see
    /// cref="IWidgetFeed.ReopenAsync"/>.
    /// </value>
    public bool NeedsSnapshot { get; init; }

    public FeedCounters Counters { get; init; }
}
