using LiveGridStudio.Shared.Feeds;

namespace LiveGridStudio.App.Connect.Feed;

/// <summary>How a feed's socket is doing, as one value that other threads can read.</summary>
/// <param name="State">Connecting, live, reconnecting or failed.</param>
/// <param name="Reason">Why it is not live; null when it is, or is dialled for the first time.</param>
/// <param name="RetryAt">When it is dialled next; null while it is being dialled.</param>
internal sealed record LinkState(FeedState State, string? Reason = null, DateTimeOffset? RetryAt = null)
{
    public static LinkState Dialling { get; } = new(FeedState.Connecting);

    public static LinkState Live { get; } = new(FeedState.Live);
}
