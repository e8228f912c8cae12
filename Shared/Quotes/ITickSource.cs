namespace LiveGridStudio.Shared.Quotes;

/// <summary>Where ticks come from. <see cref="TickService"/> is its only reader.</summary>
public interface ITickSource
{
    /// <summary>Ticks in order of time, until cancelled. When the sequence ends, the service ends.</summary>
    IAsyncEnumerable<Tick> ReadAsync(CancellationToken cancellationToken);
}
