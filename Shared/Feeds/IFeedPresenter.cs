using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Feeds;

/// <summary>
/// Receives what a <see cref="FeedSession"/> delivers: a grid, two of them side by side, a chart. Called on one thread, that of the
/// session's dispatch, unless a member says otherwise. Times count from the creation of the session.
/// </summary>
public interface IFeedPresenter
{
    /// <value>Increases when there is something new to show.</value>
    long Version { get; }

    /// <value>When something that is shown, such as a mark, ends next; null for never.</value>
    TimeSpan? NextExpiry { get; }

    /// <value>
    /// How long frames are gathered into one batch, counted from the first; null to gather while the page is busy. Read on any thread.
    /// </value>
    TimeSpan? GatherTime { get; }

    /// <summary>Replaces the rows by these.</summary>
    /// <param name="payload">The answer of the data endpoint, before any loading rule; undefined when there will be no rows.</param>
    /// <param name="now">The time of the call.</param>
    void Load(JsValue payload, TimeSpan now);

    /// <summary>Applies one batch.</summary>
    /// <param name="frames">Reused after the call.</param>
    /// <param name="now">The time of the call.</param>
    void Apply(IReadOnlyList<FeedFrame> frames, TimeSpan now);

    /// <summary>Applies a batch that the session has delivered before: see <see cref="FeedSession.PresentTo"/>.</summary>
    void Replay(IReadOnlyList<FeedFrame> frames, TimeSpan now) => Apply(frames, now);

    /// <summary>Ends the marks that are due at <paramref name="now"/>.</summary>
    void Expire(TimeSpan now);

    /// <summary>Called when the session is over and delivers nothing more.</summary>
    void Close();
}
