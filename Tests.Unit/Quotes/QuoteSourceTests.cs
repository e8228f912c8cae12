using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Shared.Tables.Sources;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.Tests.Unit.Quotes;

public sealed class QuoteSourceTests : IDisposable
{
    private readonly TestMeters _meters = new();

    public void Dispose() => _meters.Dispose();

    [Fact]
    public async Task RunAsync_TicksOfKnownAndUnknownSymbols_AreCounted()
    {
        var (ticks, book) = (new ManualTickSource(), TestBook.Create("A"));
        var sut = new QuoteSource(ticks, book, Options.Create(TestBook.Settings("A")), _meters.Factory);
        ticks.Publish("Z", 1);
        ticks.Publish("A", 7);
        ticks.Fail(new InvalidOperationException("the exchange is closed"));

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => sut.RunAsync(new LocalTableWriter(book.Table), book.Table.Source, CancellationToken.None));

        Assert.True(book.TryGet("A", out var quote));
        Assert.Equal(7, quote.Price);
        Assert.Equal((2L, 1L), (sut.TickCount, sut.UnknownCount));
        Assert.Equal(2, book.Table.Source.RowCount);
    }

    [Fact]
    public void Patience_SlowTicks_IsTwoOfTheirIntervals()
    {
        var settings = TestBook.Settings("A");
        settings.MaxInterval = TimeSpan.FromSeconds(30);
        var sut = new QuoteSource(new ManualTickSource(), TestBook.Create("A"), Options.Create(settings), _meters.Factory);

        Assert.Equal(TimeSpan.FromMinutes(1), sut.Patience);
    }

    [Fact]
    public async Task ReadAsync_BookThatWasWrittenElsewhere_GoesOnFromThere()
    {
        var (book, clock) = (TestBook.Create("A"), TestBook.Clock());
        book.Publish("A", 5000);
        var settings = TestBook.Settings("A");
        (settings.MaxStep, settings.Pull) = (1, 0);
        var sut = new SimulatedTickSource(Options.Create(settings), clock, book);

        await using var ticks = sut.ReadAsync(CancellationToken.None).GetAsyncEnumerator();
        var next = ticks.MoveNextAsync();
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await next);

        Assert.InRange(ticks.Current.Price, 4999, 5001);
        Assert.True(ticks.Current.Volume > 1000);
    }
}
