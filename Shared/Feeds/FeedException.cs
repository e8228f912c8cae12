namespace LiveGridStudio.Shared.Feeds;

/// <summary>Thrown when a feed cannot provide its rows; the message is plain text for the page.</summary>
public sealed class FeedException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <value>An origin that the user must allow first; null when that is not the reason.</value>
    public string? AsksFor { get; init; }
}
