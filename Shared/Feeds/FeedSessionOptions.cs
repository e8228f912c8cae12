namespace LiveGridStudio.Shared.Feeds;

/// <summary>How a session paces what it shows.</summary>
public sealed record FeedSessionOptions
{
    /// <value>
    /// The longest time for which changes are gathered before they are shown; a page that draws quickly is shown them as often as
    /// every <see cref="FeedPace.Shortest"/>. Default 60 ms.
    /// </value>
    public TimeSpan RenderInterval { get; init; } = TimeSpan.FromMilliseconds(60);

    /// <value>Without a message for this long the feed counts as stale. Default 10 s.</value>
    public TimeSpan StaleAfter { get; init; } = TimeSpan.FromSeconds(10);
}
