using System.Collections.Concurrent;
using System.Threading.Channels;
using LiveGridStudio.Shared.Quotes;

namespace LiveGridStudio.Tests.Support;

/// <summary>Ticks that a test publishes itself.</summary>
internal sealed class ManualTickSource : ITickSource
{
    private readonly ConcurrentDictionary<string, long> _volumes = new(
        TickOptions.DefaultSymbols.Select(static symbol => KeyValuePair.Create(symbol.Symbol, symbol.Volume)));

    private readonly Channel<Tick> _ticks = Channel.CreateUnbounded<Tick>();

    public void Publish(string symbol, double price, long volumeAdded = 100) =>
        _ticks.Writer.TryWrite(new Tick(
            symbol, price, _volumes.AddOrUpdate(symbol, volumeAdded, (_, volume) => volume + volumeAdded), TestBook.Start));

    public void Fail(Exception exception) => _ticks.Writer.Complete(exception);

    public IAsyncEnumerable<Tick> ReadAsync(CancellationToken cancellationToken) => _ticks.Reader.ReadAllAsync(cancellationToken);
}
