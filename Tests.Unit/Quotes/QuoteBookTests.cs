using System.Text;
using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit.Quotes;

public sealed class QuoteBookTests
{
    [Fact]
    public void TryGet_BeforeAnyTick_IsTheQuoteOfTheSettings()
    {
        var sut = TestBook.Create();

        Assert.True(sut.TryGet("aapl", out var quote));
        Assert.Equal("AAPL", quote.Symbol);
        Assert.Equal(150, quote.Price);
        Assert.Equal(4.46, quote.Change);
        Assert.Equal(4.46 / 145.54, quote.ChangeFraction);
        Assert.Equal(1_000_000, quote.Volume);
    }

    [Fact]
    public void Publish_KnownSymbol_MovesPriceChangeVolumeAndVersion()
    {
        var sut = TestBook.Create("A", "B");

        Assert.True(sut.Publish("A", 100.1, 250));
        Assert.True(sut.Publish("B", 90));

        Assert.True(sut.TryGet("A", out var a));
        Assert.True(sut.TryGet("B", out var b));
        Assert.Equal((100.1, 20.1, 1250), (a.Price, a.Change, a.Volume));
        Assert.Equal(a.Price * a.SharesOutstanding, a.MarketCap, 1.0);
        Assert.Equal(90, b.Price);
        Assert.Equal(["A", "B"], sut.Table.Snapshot(TableSelection.All).Select(static row => row.Id));
    }

    [Fact]
    public void Publish_AfterALostTick_HasTheWholeVolume()
    {
        var sut = TestBook.Create("A");

        sut.Publish(new Tick("A", 100, 1250, TestBook.Start));
        // The tick with 1400 never came.
        sut.Publish(new Tick("A", 100, 1600, TestBook.Start));

        Assert.True(sut.TryGet("A", out var quote));
        Assert.Equal(1600, quote.Volume);
    }

    [Fact]
    public void Publish_UnknownSymbol_IsRefused() => Assert.False(TestBook.Create("A").Publish("Z", 1));

    [Fact]
    public void Publish_ManyReaders_ShareOneSerialisedRow()
    {
        var sut = TestBook.Create("A");
        using var first = sut.Subscribe(["A"]);
        using var second = sut.Subscribe(["a"]);

        sut.Publish("A", 101);

        var one = Assert.Single(first.Drain());
        var other = Assert.Single(second.Drain());
        Assert.Same(one, other);
        Assert.True(one.MessageUtf8.Equals(other.MessageUtf8));
        Assert.Equal(
            """{"symbol":"A","price":101,"change":21,"change_percent":0.2625,"volume":1100}""",
            Encoding.UTF8.GetString(one.MessageUtf8.Span));
    }

    [Fact]
    public void SubscriptionCount_FollowsSubscriptions()
    {
        var sut = TestBook.Create("A", "B");
        var first = sut.Subscribe(["A", "B"]);
        var second = sut.Subscribe(["B"]);
        var none = sut.Subscribe([]);
        Assert.Equal(2, sut.Table.ReaderCount);

        none.Replace(sut.Select(["A"], out _));
        Assert.Equal(3, sut.Table.ReaderCount);

        first.Dispose();
        first.Dispose();
        second.Dispose();
        none.Dispose();
        Assert.Equal(0, sut.Table.ReaderCount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Publish_MoreReaders_AllocatesNoMore(bool wakeOnTick) =>
        Assert.Equal(AllocatedByPublishing(1, wakeOnTick), AllocatedByPublishing(500, wakeOnTick));

    private static long AllocatedByPublishing(int readers, bool wakeOnTick)
    {
        var sut = TestBook.Create("A");
        var subscriptions = Enumerable.Range(0, readers).Select(_ => sut.Subscribe(["A"], wakeOnTick)).ToArray();
        // The first ticks allocate what is created only once.
        sut.Publish("A", 101);
        sut.Publish("A", 101);
        var before = GC.GetAllocatedBytesForCurrentThread();
        sut.Publish("A", 101);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Array.ForEach(subscriptions, static subscription => subscription.Dispose());
        return allocated;
    }
}
