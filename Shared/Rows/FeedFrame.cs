using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Rows;

/// <summary>One WebSocket frame of a feed.</summary>
/// <param name="Value">The JSON value: a row object or a list of them, if the backend keeps to the contract.</param>
/// <param name="IsReadable">False for a frame that is not JSON; <paramref name="Value"/> is then meaningless.</param>
public readonly record struct FeedFrame(JsValue Value, bool IsReadable = true)
{
    public static FeedFrame Unreadable => new(default, false);

    /// <value>The text as received, or its start; null when the feed does not keep it. The message list shows it.</value>
    public string? Text { get; init; }

    /// <value>Number of characters after <see cref="Text"/> that the feed does not keep.</value>
    public int OmittedCharacters { get; init; }

    /// <value>Arrival time; null when the feed does not know it, which counts as now.</value>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>
    /// Reads a text frame and keeps the text with it; never throws. A byte order mark, which a file may have, makes a frame unreadable.
    /// </summary>
    public static FeedFrame Parse(string text) =>
        (!text.StartsWith('\uFEFF') && JsonText.TryParse(text, out var value, out _) ? new FeedFrame(value) : Unreadable) with { Text = text };
}
