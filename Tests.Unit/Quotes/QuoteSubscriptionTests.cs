using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit.Quotes;

public sealed class QuoteSubscriptionTests
{
    [Fact]
    public void Drain_ReaderBehind_GetsOnlyTheNewestOfEachSymbol()
    {
        var book = TestBook.Create("A", "B");
        using var sut = book.Subscribe(["A", "B"]);
        for (var i = 1; i <= 1000; i++)
        {
            book.Publish("A", 100 + i);
        }

        var quote = Assert.Single(sut.Drain());
        Assert.Equal(1100, quote.Price);
        Assert.Equal(999, sut.Conflated);
        Assert.Empty(sut.Drain());
    }

    [Fact]
    public void Drain_QuietSymbolBehindABusyOne_KeepsItsOnlyTick()
    {
        var book = TestBook.Create("BUSY", "QUIET");
        using var sut = book.Subscribe(["BUSY", "QUIET"]);
        book.Publish("QUIET", 42);
        for (var i = 0; i < 100_000; i++)
        {
            book.Publish("BUSY", 100 + (i % 7));
        }

        Assert.Contains(sut.Drain(), static row => row.Symbol == "QUIET" && row.Price == 42);
    }

    [Fact]
    public void Drain_MoreThanSixtyFourSymbols_GetsThemAll()
    {
        var symbols = Enumerable.Range(0, 200).Select(static i => $"S{i}").ToArray();
        var book = TestBook.Create(symbols);
        using var sut = book.Subscribe(symbols);
        foreach (var symbol in symbols)
        {
            book.Publish(symbol, 1);
        }

        Assert.Equal(symbols, sut.Drain().Select(static quote => quote.Symbol));
    }

    [Fact]
    public void Replace_OtherSymbols_DropsWhatWaitedOfTheOldOnes()
    {
        var book = TestBook.Create("A", "B", "C");
        using var sut = book.Subscribe(["A", "B"]);
        book.Publish("A", 1);
        book.Publish("B", 2);

        sut.Replace(book.Select(["c", "b", "C", "nope"], out var unknown));
        book.Publish("A", 3);
        book.Publish("C", 4);

        Assert.Equal(1, unknown);
        Assert.Equal(["B", "C"], sut.Drain().Select(static quote => quote.Symbol).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WaitAsync_TickArrives_Wakes()
    {
        var book = TestBook.Create("A");
        using var sut = book.Subscribe(["A"]);
        var waiting = sut.WaitAsync().AsTask();
        Assert.False(waiting.IsCompleted);

        book.Publish("A", 1);

        Assert.True(await waiting);
        Assert.Single(sut.Drain());
    }

    [Fact]
    public void WaitAsync_WokenByClock_StaysAsleepAtTicks()
    {
        var book = TestBook.Create("A");
        using var sut = book.Subscribe(["A"], wakeOnTick: false);
        var waiting = sut.WaitAsync().AsTask();

        book.Publish("A", 1);
        Assert.False(waiting.IsCompleted);
        Assert.True(sut.HasPending);
    }

    [Fact]
    public async Task Dispose_WhileWaiting_EndsTheWait()
    {
        var book = TestBook.Create("A");
        var sut = book.Subscribe(["A"]);
        var waiting = sut.WaitAsync().AsTask();

        sut.Dispose();

        Assert.False(await waiting);
        book.Publish("A", 1);
        Assert.Empty(sut.Drain());
    }

    [Fact]
    public async Task Drain_PublishersOnManyThreads_NeverLosesTheLastTick()
    {
        var symbols = Enumerable.Range(0, 8).Select(static i => $"S{i}").ToArray();
        var book = TestBook.Create(symbols);
        using var sut = book.Subscribe(symbols);
        var newest = new Dictionary<string, double>();
        var publishing = Task.WhenAll(symbols.Select(symbol => Task.Run(() =>
        {
            for (var i = 1; i <= 20_000; i++)
            {
                book.Publish(symbol, i);
            }
        })));
        while (!publishing.IsCompleted)
        {
            foreach (var quote in sut.Drain())
            {
                newest[quote.Symbol] = quote.Price;
            }
        }

        await publishing;
        foreach (var quote in sut.Drain())
        {
            newest[quote.Symbol] = quote.Price;
        }

        Assert.All(symbols, symbol => Assert.Equal(20_000, newest[symbol]));
    }

    [Fact]
    public async Task Replace_WhileDisposed_LeavesNoReaderBehind()
    {
        var book = TestBook.Create("A", "B");
        for (var i = 0; i < 20_000; i++)
        {
            var sut = book.Subscribe(["A"]);
            var replacing = Task.Run(() => sut.Replace(book.Select(["B"], out _)));
            sut.Dispose();
            await replacing;
        }

        Assert.Equal((0, 0, 0), (book.Table.ReaderCount, book.Table.ReadersOf("symbol", "A"), book.Table.ReadersOf("symbol", "B")));
    }

    [Fact]
    public void Replace_ManyReadersComeAndGo_EachGetsWhatItWantsAndNoMore()
    {
        var book = TestBook.Create("A", "B", "C", "D");
        var random = new Random(7);
        var readers = Enumerable.Range(0, 40).Select(_ => (Sut: book.Subscribe([]), Wants: new HashSet<string>())).ToList();
        for (var round = 0; round < 2000; round++)
        {
            var (sut, wants) = readers[random.Next(readers.Count)];
            wants.Clear();
            wants.UnionWith(book.Symbols.Where(_ => random.Next(2) == 0));
            sut.Replace(book.Select(wants, out _));
            if (round % 50 == 0)
            {
                book.Publish("ABCD"[random.Next(4)].ToString(), 100 + round);
            }
        }

        readers.ForEach(static reader => reader.Sut.Drain());
        foreach (var symbol in book.Symbols)
        {
            book.Publish(symbol, 7);
        }

        Assert.All(readers, static reader => Assert.Equal(
            reader.Wants.Order(StringComparer.Ordinal), reader.Sut.Drain().Select(static quote => quote.Symbol).Order(StringComparer.Ordinal)));
        readers.ForEach(static reader => reader.Sut.Dispose());
        Assert.Equal((0, 0L), (book.Table.ReaderCount, book.Table.WantedTotal));
        Assert.All(book.Symbols, symbol => Assert.Equal(0, book.Table.ReadersOf("symbol", symbol)));
    }
}
