using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Feeds;

/// <summary>
/// What a <see cref="FeedSession"/> delivers to: a grid, two of them side by side, a chart. It is called on one thread, that of the
/// session's dispatch, unless a member says otherwise. Times are those since the session was made.
/// </summary>
public interface IFeedPresenter
{
    /// <value>Grows when there is something new to show.</value>
    long Version { get; }

    /// <value>When something that is shown ends by itself, such as a mark; null for never.</value>
    TimeSpan? NextExpiry { get; }

    /// <value>
    /// How long frames are gathered into one batch, counted from the first; null for as long as the page is busy. Read on any thread.
    /// </value>
    TimeSpan? GatherTime { get; }

    /// <summary>Puts these rows in the place of those before.</summary>
    /// <param name="payload">What the data endpoint answered, before any loading rule; undefined when there are no rows for good.</param>
    /// <param name="now">When.</param>
    void Load(JsValue payload, TimeSpan now);

    /// <summary>Applies one batch.</summary>
    /// <param name="frames">Reused after the call.</param>
    /// <param name="now">When.</param>
    void Apply(IReadOnlyList<FeedFrame> frames, TimeSpan now);

    /// <summary>Applies a batch that the session has delivered before: see <see cref="FeedSession.PresentTo"/>.</summary>
    void Replay(IReadOnlyList<FeedFrame> frames, TimeSpan now) => Apply(frames, now);

    /// <summary>Ends what ends by itself up to now.</summary>
    void Expire(TimeSpan now);

    /// <summary>The session is over and delivers nothing more.</summary>
    void Close();
}
