namespace LiveGridStudio.Shared.Feeds;

/// <summary>What of a feed does not work, each in one line of plain text without credentials; null for what works.</summary>
/// <param name="Rows">Why the endpoint gives no rows.</param>
/// <param name="Socket">Why the socket is not open.</param>
public readonly record struct FeedTroubles(string? Rows, string? Socket)
{
    /// <value>Whether there were rows before, which are still shown.</value>
    public bool HadRows { get; init; }

    /// <value>Whether the socket has been open before, and reconnects.</value>
    public bool WasOpen { get; init; }

    /// <value>Whether the socket refuses because it wants credentials of headers, which no browser sends with a WebSocket.</value>
    public bool WantsHeaders { get; init; }
}
