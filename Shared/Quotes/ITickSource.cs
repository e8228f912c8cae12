namespace LiveGridStudio.Shared.Quotes;

/// <summary>Where ticks come from. <see cref="TickService"/> is its only reader.</summary>
public interface ITickSource
{
    /// <summary>Ticks in the order in which they happened, until cancelled. A source that ends ends the service.</summary>
    IAsyncEnumerable<Tick> ReadAsync(CancellationToken cancellationToken);
}
