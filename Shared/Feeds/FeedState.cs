namespace LiveGridStudio.Shared.Feeds;

/// <summary>How a feed is doing.</summary>
public enum FeedState
{
    /// <summary>Opening; nothing has come yet.</summary>
    Connecting,

    /// <summary>Open, and messages come.</summary>
    Live,

    /// <summary>Open, but no message for longer than <c>Studio:StaleAfter</c>.</summary>
    Stale,

    /// <summary>Lost; dialled again after a while.</summary>
    Reconnecting,

    /// <summary>Given up; the reason says why.</summary>
    Failed,

    /// <summary>A table without a socket: rows, but no messages to expect.</summary>
    Snapshot,
}
