namespace LiveGridStudio.Shared.Tables.Sources;

/// <summary>Rows cannot be written now; the ones that are there can be read.</summary>
/// <param name="message">Why, in words for a client.</param>
/// <param name="innerException">The cause; null when there is none.</param>
public sealed class TableUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <value>When it makes sense to try again.</value>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(2);
}
