using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Feeds.Local;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit.Feeds.Local;

public sealed class LocalWidgetFeedTests
{
    [Fact]
    public async Task OpenAsync_Symbols_AnswersWithTheirRowsAndThenTheirChanges()
    {
        var book = TestBook.Create("A", "B");
        await using var sut = new LocalWidgetFeed(book, TestBook.Clock());

        var payload = await sut.OpenAsync(JsObject.Create(("symbol", "b,A")), CancellationToken.None);
        Assert.Equal(["B", "A"], payload.List.Select(static row => row["symbol"].Text));
        Assert.Equal(FeedState.Live, sut.Status.State);

        book.Publish("A", 1);
        book.Publish("B", 2);
        Assert.True(await sut.WaitAsync(CancellationToken.None));
        var frame = Assert.Single(Drain(sut));
        Assert.Equal([1, 2], frame.Value.List.Select(static row => row["price"].Number));
        Assert.Equal((1, 2), (sut.Status.Counters.Frames, sut.Status.Counters.Rows));
    }

    [Fact]
    public async Task Drain_OneRow_IsABareObjectAsOnTheWire()
    {
        var book = TestBook.Create("A");
        await using var sut = new LocalWidgetFeed(book, TestBook.Clock());
        await sut.OpenAsync(JsObject.Create(("symbol", "A")), CancellationToken.None);

        book.Publish("A", 1);

        Assert.Equal("A", Assert.Single(Drain(sut)).Value["symbol"].Text);
    }

    [Fact]
    public async Task Drain_TickThatTheSnapshotHas_IsNotSentTwice()
    {
        var book = TestBook.Create("A", "B");
        await using var sut = new LocalWidgetFeed(book, TestBook.Clock());
        await sut.OpenAsync(JsObject.Create(("symbol", "A")), CancellationToken.None);
        book.Publish("A", 7);

        // A waits from the first subscription on and stays subscribed; the second snapshot already shows its price.
        var payload = await sut.OpenAsync(JsObject.Create(("symbol", "A,B")), CancellationToken.None);

        Assert.Equal(7, payload.List[0]["price"].Number);
        Assert.Empty(Drain(sut));
    }

    [Fact]
    public async Task OpenAsync_UnknownSymbol_FailsInTheWordsOfTheWire()
    {
        await using var sut = new LocalWidgetFeed(TestBook.Create("A"), TestBook.Clock());

        var exception = await Assert.ThrowsAsync<FeedException>(
            () => sut.OpenAsync(JsObject.Create(("symbol", "A,X")), CancellationToken.None));

        Assert.Equal("Unknown symbol: X. Known symbols: A.", exception.Message);
        Assert.Equal((FeedState.Failed, exception.Message), (sut.Status.State, sut.Status.Reason));
    }

    [Fact]
    public async Task DisposeAsync_Always_RemovesTheSubscription()
    {
        var book = TestBook.Create("A");
        var sut = new LocalWidgetFeed(book, TestBook.Clock());
        await sut.OpenAsync(JsObject.Create(("symbol", "A")), CancellationToken.None);
        Assert.Equal(1, book.Table.ReaderCount);

        await sut.DisposeAsync();

        Assert.Equal(0, book.Table.ReaderCount);
        Assert.False(await sut.WaitAsync(CancellationToken.None));
    }

    private static List<FeedFrame> Drain(LocalWidgetFeed feed)
    {
        var frames = new List<FeedFrame>();
        feed.Drain(frames);
        return frames;
    }
}
