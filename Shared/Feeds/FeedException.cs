namespace LiveGridStudio.Shared.Feeds;

/// <summary>A feed cannot give its rows; the message is for the page, in plain words.</summary>
public sealed class FeedException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <value>An origin that the reader has to allow first; null when that is not the reason.</value>
    public string? AsksFor { get; init; }
}
