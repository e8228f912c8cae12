using System.Diagnostics.CodeAnalysis;

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

/// <summary>The states as recordings and test ids name them.</summary>
public static class FeedStateNames
{
    private static readonly Dictionary<string, FeedState> ByName = Enum.GetValues<FeedState>().ToDictionary(static state => state.Name());

    [SuppressMessage("Globalization", "CA1308", Justification = "The names have small letters.")]
    public static string Name(this FeedState state) => state.ToString().ToLowerInvariant();

    /// <summary>The state of a name; null for a text that is none.</summary>
    public static FeedState? Find(string? name) => name is not null && ByName.TryGetValue(name, out var state) ? state : null;
}
