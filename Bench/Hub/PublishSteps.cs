using BenchmarkDotNet.Attributes;
using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.Bench.Hub;

/// <summary>Publishes one tick: its allocation must not grow with the number of readers.</summary>
public class PublishSteps
{
    private readonly QuoteBook _book = BenchBook.Create(1);
    private readonly Tick _tick = BenchBook.Tick(0);
    private TableSubscription[] _readers = [];

    [Params(1, 100, 10_000)]
    public int Readers { get; set; }

    [GlobalSetup]
    public void Subscribe() =>
        _readers = [.. Enumerable.Range(0, Readers).Select(_ => _book.Subscribe([_tick.Symbol], wakeOnTick: false))];

    [GlobalCleanup]
    public void Unsubscribe() => Array.ForEach(_readers, static reader => reader.Dispose());

    [Benchmark(Description = "publish a tick to readers")]
    public bool Publish() => _book.Publish(_tick);
}
