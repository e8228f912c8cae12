using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Feeds.Local;
using LiveGridStudio.Shared.Grid.Cells;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Grid.Session;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Grid.Session;

public sealed class GridSessionTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = TestBook.Clock();
    private readonly QuoteBook _book = TestBook.Create("A", "B");
    private readonly GridSession _sut;
    private readonly SemaphoreSlim _changes = new(0);
    private int _dispatched;

    public GridSessionTests()
    {
        _sut = new GridSession(
            new GridModel(SampleWidgets.LiveGrid(), new GridModelOptions()),
            new LocalWidgetFeed(_book, _clock),
            new FeedSessionOptions(),
            _clock,
            action =>
            {
                Interlocked.Increment(ref _dispatched);
                lock (_changes)
                {
                    action();
                }

                return Task.CompletedTask;
            });
        _sut.Changed += () => _changes.Release();
    }

    public async ValueTask DisposeAsync()
    {
        await _sut.DisposeAsync();
        _changes.Dispose();
    }

    [Fact]
    public async Task OpenAsync_KnownSymbols_ShowsRowsAndIsLive()
    {
        Assert.Equal(FeedState.Connecting, _sut.State);

        await OpenAsync("A");

        Assert.Equal(FeedState.Live, _sut.State);
        Assert.False(_sut.IsLoading);
        Assert.Equal("A", Assert.Single(_sut.Model.Rows).Id);
    }

    [Fact]
    public async Task Tick_AfterOpen_ReachesTheModel()
    {
        await OpenAsync("A,B");
        _book.Publish("A", 101);
        await ChangedAsync(() => Price("A") == 101);

        Assert.Equal(1, _sut.Totals.Updated);
        Assert.Equal(TimeSpan.Zero, _sut.Age);

        // The page may take the next batch one interval later.
        _book.Publish("B", 102);
        await AdvanceUntilAsync(() => Price("B") == 102, TimeSpan.FromMilliseconds(20));
        Assert.Equal(2, _sut.Totals.Updated);
    }

    [Fact]
    public async Task Ticks_WithinTheRenderInterval_AreOneBatch()
    {
        await OpenAsync("A");
        _book.Publish("A", 1);
        await ChangedAsync(() => Price("A") == 1);
        for (var i = 2; i <= 50; i++)
        {
            _book.Publish("A", i);
        }

        Assert.Equal(1, Price("A"));
        var before = Volatile.Read(ref _dispatched);
        await AdvanceUntilAsync(() => Price("A") == 50, TimeSpan.FromMilliseconds(60));

        Assert.Equal(1, Volatile.Read(ref _dispatched) - before);
        Assert.Equal(48, _sut.Counters.Conflated);
    }

    [Fact]
    public async Task Mark_NothingElseHappens_EndsAfterTwoSeconds()
    {
        await OpenAsync("A");
        _book.Publish("A", 120);
        await ChangedAsync(() => Price("A") == 120);
        Assert.True(PriceCell().Highlighted);

        await AdvanceUntilAsync(() => !PriceCell().Highlighted, TimeSpan.FromMilliseconds(100));

        // On a busy machine virtual time may run ahead of the loop, never behind it.
        Assert.InRange(_clock.GetUtcNow() - TestBook.Start, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task State_NoMessageForLong_IsStaleUntilTheNext()
    {
        await OpenAsync("A");

        await AdvanceUntilAsync(() => _sut.State == FeedState.Stale, TimeSpan.FromSeconds(1));
        Assert.InRange(_clock.GetUtcNow() - TestBook.Start, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(10));

        _book.Publish("A", 3);
        await ChangedAsync(() => _sut.State == FeedState.Live);
        Assert.Equal(3, Price("A"));
    }

    [Fact]
    public async Task OpenAsync_OtherSymbols_MovesRowsAndSubscription()
    {
        await OpenAsync("A");
        await OpenAsync("B");

        Assert.Equal("B", Assert.Single(_sut.Model.Rows).Id);
        Assert.Equal((0, 1), (_book.Table.ReadersOf("symbol", "A"), _book.Table.ReadersOf("symbol", "B")));
    }

    [Fact]
    public async Task OpenAsync_UnknownSymbol_ShowsTheProblemAndRecoversWithTheNext()
    {
        await OpenAsync("A");
        await OpenAsync("NOPE");

        Assert.Equal(FeedState.Failed, _sut.State);
        Assert.Contains("Unknown symbol: NOPE", _sut.Problem, StringComparison.Ordinal);
        Assert.Empty(_sut.Model.Rows);

        await OpenAsync("B");
        Assert.Equal(FeedState.Live, _sut.State);
        Assert.Null(_sut.Problem);
        _book.Publish("B", 9);
        await ChangedAsync(() => Price("B") == 9);
    }

    [Fact]
    public async Task DisposeAsync_WhileWaiting_LeavesNothingBehind()
    {
        await OpenAsync("A");

        await _sut.DisposeAsync();

        Assert.Equal(0, _book.Table.ReaderCount);
    }

    private Task OpenAsync(string symbols) => _sut.OpenAsync(JsObject.Create(("symbol", symbols)));

    /// <summary>Waits for the batch that is being delivered: the model has it before it is counted.</summary>
    private double Price(string id)
    {
        lock (_changes)
        {
            return _sut.Model.TryGetRow(id, out var row) ? row["price"].Number : double.NaN;
        }
    }

    private CellView PriceCell() => _sut.Model.Rows[0].Cell(_sut.Model.Columns.Single(static column => column.Field == "price"));

    private async Task ChangedAsync(Func<bool> condition)
    {
        while (!condition())
        {
            Assert.True(await _changes.WaitAsync(TimeSpan.FromSeconds(20)), "nothing changed");
        }
    }

    private async Task AdvanceUntilAsync(Func<bool> condition, TimeSpan step)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            _clock.Advance(step);
            for (var i = 0; i < 20 && !condition(); i++)
            {
                await Task.Yield();
            }
        }
    }
}
