using LiveGridStudio.Bench.Fanout;
using LiveGridStudio.Shared.Quotes;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.Bench.Hub;

/// <summary>A book without a host.</summary>
internal static class BenchBook
{
    public static QuoteBook Create(int symbols)
    {
        var options = new TickOptions();
        options.Symbols.AddRange(Names(symbols).Select(static name => new SymbolOptions { Symbol = name, Price = 100, PreviousClose = 97.3 }));
        return new QuoteBook(Options.Create(options), new QuoteRowMapper(), TimeProvider.System);
    }

    public static IEnumerable<string> Names(int symbols) => Enumerable.Range(0, symbols).Select(FanoutPlan.SymbolName);

    public static Tick Tick(int symbol) => new(FanoutPlan.SymbolName(symbol), 123.45, 100, DateTimeOffset.UnixEpoch);
}
