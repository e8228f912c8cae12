using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Shared.Tables;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Support;

/// <summary>Quote books and settings for tests that need no host.</summary>
internal static class TestBook
{
    public static DateTimeOffset Start { get; } = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static FakeTimeProvider Clock() => new(Start);

    public static QuoteBook Create(params string[] symbols) => new(
        Options.Create(Settings(symbols)), new QuoteRowMapper(), Clock());

    /// <summary>The given symbols at 100 after a close of 80, or the five default symbols.</summary>
    public static TickOptions Settings(params string[] symbols)
    {
        var settings = new TickOptions { Seed = 1 };
        settings.Symbols.AddRange(symbols.Length == 0
            ? TickOptions.DefaultSymbols
            : symbols.Select(static symbol => new SymbolOptions { Symbol = symbol, Price = 100, PreviousClose = 80, Volume = 1000 }));
        return settings;
    }

    public static bool Publish(this QuoteBook book, string symbol, double price, long volumeAdded = 100) =>
        book.Publish(new Tick(symbol, price, (book.TryGet(symbol, out var quote) ? quote.Volume : 0) + volumeAdded, Start));

    public static IReadOnlyList<TableRow> Drain(this TableSubscription subscription)
    {
        var rows = new List<TableRow>();
        subscription.Drain(rows);
        return rows;
    }

    extension(TableRow row)
    {
        public string Symbol => row.Id;

        public double Price => row.Values["price"].Number;
    }
}
