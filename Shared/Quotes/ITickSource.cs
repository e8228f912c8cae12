namespace LiveGridStudio.Shared.Quotes;

/// <summary>Where ticks come from. <see cref="QuoteSource"/> is its only reader.</summary>
public interface ITickSource
{
    /// <summary>Ticks in order of time, until cancelled. When the sequence ends, the quotes stay as they are. May be called again after that.</summary>
    IAsyncEnumerable<Tick> ReadAsync(CancellationToken cancellationToken);
}
