using LiveGridStudio.App.Backend;
using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Backend;

/// <summary>One flush serves all clients on one thread, so no client may block it.</summary>
public sealed class StuckClientTests : IDisposable
{
    private readonly FakeTimeProvider _time = TestBook.Clock();
    private readonly QuoteBook _book = TestBook.Create("A");
    private readonly TestMeters _meters = new();
    private readonly BackendMetrics _metrics;
    private readonly BackendOptions _options = new();
    private readonly FlushClock _clock;
    private int _price;

    public StuckClientTests()
    {
        _metrics = new BackendMetrics(_meters.Factory, _time);
        _clock = new FlushClock(Options.Create(_options), _metrics, _time);
    }

    [Fact]
    public async Task Flush_OneClientTakesNothing_ServesTheOthersAndDropsIt()
    {
        var (stuckSends, quickSends) = (0, 0);
        using var stuck = new FakeWebSocket { OnSend = () => { stuckSends++; return new TaskCompletionSource().Task; } };
        using var quick = new FakeWebSocket { OnSend = () => { quickSends++; return Task.CompletedTask; } };
        await _clock.StartAsync(CancellationToken.None);
        var dropping = Serve(stuck, CancellationToken.None);
        using var shutdown = new CancellationTokenSource();
        var serving = Serve(quick, shutdown.Token);

        await TickUntilAsync(() => quickSends == 3);
        Assert.Equal(1, stuckSends);

        await TickUntilAsync(() => dropping.IsCompleted);
        await dropping;
        Assert.Equal(1, stuckSends);
        Assert.True(stuck.IsAborted);
        Assert.False(quick.IsAborted);
        Assert.Equal(1, _book.Table.ReaderCount);

        var sends = quickSends;
        await TickUntilAsync(() => quickSends > sends);
        await shutdown.CancelAsync();
        await serving;
        await _clock.StopAsync(CancellationToken.None);
    }

    public void Dispose()
    {
        _clock.Dispose();
        _meters.Dispose();
    }

    private Task Serve(FakeWebSocket socket, CancellationToken shutdown)
    {
        var factory = new RowSocketFactory(
            _clock, Options.Create(_options), _metrics, _time, NullLogger<RowSocket>.Instance);
        var subscription = _clock.Open(_book.Table);
        subscription.Replace(_book.Select(["A"], out _));
        return new RowSocket(socket, "test", new QuoteSubscriber(_book), subscription, factory).RunAsync(shutdown);
    }

    private async Task TickUntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            _book.Publish("A", ++_price);
            _time.Advance(_options.FlushInterval);
            await Task.Yield();
        }
    }
}
