namespace LiveGridStudio.Shared.Feeds;

/// <summary>How a session paces its updates.</summary>
public sealed record FeedSessionOptions
{
    /// <value>
    /// The longest time for which changes are gathered before they are shown. A page that draws quickly gets them as often as every <see
    /// cref="FeedPace.Shortest"/>. Default 60 ms.
    /// </value>
    public TimeSpan RenderInterval { get; init; } = TimeSpan.FromMilliseconds(60);

    /// <value>The time without a message after which the feed counts as stale. Default 10 s.</value>
    public TimeSpan StaleAfter { get; init; } = TimeSpan.FromSeconds(10);
}
