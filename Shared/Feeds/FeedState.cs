namespace LiveGridStudio.Shared.Feeds;

/// <summary>The state of a feed.</summary>
public enum FeedState
{
    /// <summary>Opening; nothing has arrived yet.</summary>
    Connecting,

    /// <summary>Open, and messages arrive.</summary>
    Live,

    /// <summary>Open, but no message for longer than <c>Studio:StaleAfter</c>.</summary>
    Stale,

    /// <summary>Lost; reconnects after a delay.</summary>
    Reconnecting,

    /// <summary>Failed permanently; the reason says why.</summary>
    Failed,

    /// <summary>A table without a socket: rows, and no messages.</summary>
    Snapshot,
}
