using LiveGridStudio.App.Backend;
using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Backend;

public sealed class FlushClockTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly FakeTimeProvider _time = TestBook.Clock();
    private readonly QuoteBook _book = TestBook.Create("A", "B");
    private readonly TestMeters _meters = new();

    public void Dispose() => _meters.Dispose();

    [Fact]
    public async Task Flush_SomeHavePending_WakesThoseAlone()
    {
        using var sut = await StartAsync();
        var busy = Open(sut, "A");
        var quiet = Open(sut, "B");
        var (waiting, sleeping) = (busy.WaitAsync().AsTask(), quiet.WaitAsync().AsTask());

        _book.Publish("A", 1);
        _book.Publish("A", 2);
        Assert.False(waiting.IsCompleted);
        await AdvanceUntilAsync(waiting);

        Assert.Equal(2, Assert.Single(busy.Drain()).Price);
        Assert.False(sleeping.IsCompleted);
        await sut.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Close_WhileOthersGoOn_EndsItsWaitAndIsForgotten()
    {
        using var sut = await StartAsync();
        var gone = Open(sut, "A");
        var stays = Open(sut, "A");
        var (ending, waiting) = (gone.WaitAsync().AsTask(), stays.WaitAsync().AsTask());

        sut.Close(gone);
        Assert.False(await ending);
        _book.Publish("A", 1);
        await AdvanceUntilAsync(waiting);

        Assert.Empty(gone.Drain());
        Assert.Equal(1, _book.Table.ReaderCount);
        await sut.StopAsync(CancellationToken.None);
    }

    private TableSubscription Open(FlushClock clock, string symbol)
    {
        var subscription = clock.Open(_book.Table);
        subscription.Replace(_book.Select([symbol], out _));
        return subscription;
    }

    private async Task<FlushClock> StartAsync()
    {
        var clock = new FlushClock(Options.Create(new BackendOptions { FlushInterval = Interval }), new BackendMetrics(_meters.Factory, _time), _time);
        await clock.StartAsync(CancellationToken.None);
        return clock;
    }

    /// <summary>The clock's loop arms its timer on a thread of its own, so one step may come too early.</summary>
    private async Task AdvanceUntilAsync(Task task)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!task.IsCompleted)
        {
            patience.Token.ThrowIfCancellationRequested();
            _time.Advance(Interval);
            await Task.Yield();
        }
    }
}
