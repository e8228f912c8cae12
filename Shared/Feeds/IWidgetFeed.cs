using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Feeds;

/// <summary>
/// What a preview reads: a snapshot, then changes. The grid does not know whether they come from this process or from far
/// away. One reader at a time; <see cref="OpenAsync"/> and <see cref="ReopenAsync"/> may run beside a wait.
/// </summary>
public interface IWidgetFeed : IAsyncDisposable
{
    /// <summary>
    /// How the feed is doing, as one value. Read it once and decide from what was read: two reads may differ. A change that comes from
    /// outside, and not from an opening, wakes the reader.
    /// </summary>
    FeedStatus Status { get; }

    /// <summary>Whether the snapshot is what it was at first, whatever has been sent since: another one would bring nothing.</summary>
    bool HasFixedSnapshot => false;

    /// <summary>
    /// Subscribes with these parameters instead of those before, then takes the snapshot, so that no change falls between.
    /// </summary>
    /// <returns>The payload of the data endpoint, before any loading rule.</returns>
    /// <exception cref="FeedException">
    /// There are no rows. The feed has failed for good, or else it tries on and says <see cref="FeedStatus.NeedsSnapshot"/> in time.
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
