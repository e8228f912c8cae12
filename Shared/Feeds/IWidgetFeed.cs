using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Feeds;

/// <summary>
/// What a preview reads: a snapshot, then changes. The grid does not know whether they come from this process or from another machine. For
/// one reader at a time; <see cref="OpenAsync"/> and <see cref="ReopenAsync"/> may run beside a wait.
/// </summary>
public interface IWidgetFeed : IAsyncDisposable
{
    /// <summary>
    /// The status of the feed, as one value. Read it once and decide by that copy, because two reads may differ. A change from outside, not
    /// caused by an opening, wakes the reader.
    /// </summary>
    FeedStatus Status { get; }

    /// <summary>Whether the snapshot never changes, whatever has been sent since: reloading it has no effect.</summary>
    bool HasFixedSnapshot => false;

    /// <summary>
    /// Subscribes with these parameters, replacing the previous ones, then reads the snapshot, so that no change is lost in between.
    /// </summary>
    /// <returns>The payload of the data endpoint, before any loading rule.</returns>
    /// <exception cref="FeedException">
    /// There are no rows. The feed has failed permanently, or it retries and will set <see cref="FeedStatus.NeedsSnapshot"/>.
    /// </exception>
    Task<JsValue> OpenAsync(JsObject parameters, CancellationToken cancellationToken);

    /// <summary>Reads the snapshot again, with the parameters of the last <see cref="OpenAsync"/>.</summary>
    /// <returns>The same as for <see cref="OpenAsync"/>.</returns>
    /// <exception cref="FeedException">There are no rows now. The feed retries and the shown rows stay, unless the feed has failed.</exception>
    Task<JsValue> ReopenAsync(CancellationToken cancellationToken);

    /// <summary>Waits until there may be frames, or the state has changed. False once the feed is disposed.</summary>
    ValueTask<bool> WaitAsync(CancellationToken cancellationToken);

    /// <summary>Adds the frames received since the last call, as one batch.</summary>
    void Drain(List<FeedFrame> into);
}
