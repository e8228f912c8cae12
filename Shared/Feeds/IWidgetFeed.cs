using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Feeds;

/// <summary>
/// What a preview reads: a snapshot, then changes. The grid does not know whether they come from this process or from far
/// away. One reader at a time; <see cref="OpenAsync"/> and <see cref="ReopenAsync"/> may run beside a wait.
/// </summary>
public interface IWidgetFeed : IAsyncDisposable
{
    /// <summary>Connecting, live, reconnecting, failed or snapshot. Staleness is for the reader to judge.</summary>
    FeedState State { get; }

    /// <summary>Why the feed failed, dials again or waits for nothing; null while all is well.</summary>
    string? Reason { get; }

    /// <summary>What works here and would not in Workspace, in a sentence; null for nothing. Known once rows have been read.</summary>
    string? Warning => null;

    /// <summary>
    /// An origin, such as <c>http://127.0.0.1:9000</c>, that the reader has to allow before the feed reads on; null while nobody has
    /// to be asked. Once allowed, the feed is opened again.
    /// </summary>
    string? AsksFor => null;

    /// <summary>When a lost feed is dialled next; null while it is being dialled, and in every other state.</summary>
    DateTimeOffset? RetryAt { get; }

    /// <summary>
    /// Changes were missed: the feed was away and is back, or frames were dropped; or rows that could not be had may be there
    /// now. What comes from now on belongs to a new snapshot, so the reader leaves it with the feed and calls
    /// <see cref="ReopenAsync"/> first.
    /// </summary>
    bool NeedsSnapshot { get; }

    /// <summary>Whether the snapshot is what it was at first, whatever has been sent since: another one would bring nothing.</summary>
    bool HasFixedSnapshot => false;

    FeedCounters Counters { get; }

    /// <summary>
    /// Subscribes with these parameters instead of those before, then takes the snapshot, so that no change falls between.
    /// </summary>
    /// <returns>The payload of the data endpoint, before any loading rule.</returns>
    /// <exception cref="FeedException">
    /// There are no rows. The feed has failed for good, or else it tries on and says <see cref="NeedsSnapshot"/> in time.
    /// </exception>
    Task<JsValue> OpenAsync(JsObject parameters, CancellationToken cancellationToken);

    /// <summary>Takes the snapshot once more, with the parameters of the last <see cref="OpenAsync"/>.</summary>
    /// <returns>As that of <see cref="OpenAsync"/>.</returns>
    /// <exception cref="FeedException">There are no rows now. Unless the feed has failed, it tries on and those shown stay.</exception>
    Task<JsValue> ReopenAsync(CancellationToken cancellationToken);

    /// <summary>Waits until there may be frames, or the state has changed. False once the feed is disposed.</summary>
    ValueTask<bool> WaitAsync(CancellationToken cancellationToken);

    /// <summary>Adds what has come since the last call, as one batch.</summary>
    void Drain(List<FeedFrame> into);
}
