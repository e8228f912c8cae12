using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Quotes;

/// <summary>The answer to a request for symbols: all of them, or a problem in words that Workspace can show to its user.</summary>
/// <param name="Quotes">In the order asked; empty when there is a problem.</param>
/// <param name="Problem">Null when every symbol is known.</param>
/// <param name="IsMissing">True when no symbol was asked for, false when unknown ones were.</param>
public sealed record QuoteQuery(IReadOnlyList<Quote> Quotes, string? Problem, bool IsMissing = false)
{
    private const int MostNamed = 10;
    private const int LongestName = 40;

    public static QuoteQuery Resolve(QuoteBook book, IEnumerable<string?> texts)
    {
        var symbols = SymbolList.Split(texts);
        if (symbols.Count == 0)
        {
            return new QuoteQuery([], $"The parameter symbol is required, such as symbol={book.Symbols[0]}.", IsMissing: true);
        }

        var quotes = new List<Quote>(symbols.Count);
        var unknown = new List<string>();
        foreach (var symbol in symbols)
        {
            if (book.TryGet(symbol, out var quote))
            {
                quotes.Add(quote);
            }
            else
            {
                unknown.Add(symbol);
            }
        }

        return unknown.Count == 0
            ? new QuoteQuery(quotes, null)
            : new QuoteQuery(
                [], $"Unknown symbol{(unknown.Count == 1 ? "" : "s")}: {Name(unknown)}. Known symbols: {Name(book.Symbols)}.");
    }

    /// <summary>The rows of the data endpoint.</summary>
    public JsValue ToPayload() => JsValue.FromList([.. Quotes.Select(static quote => (JsValue)QuoteRowMapper.ToSnapshotRow(quote))]);

    private static string Name(IReadOnlyList<string> symbols)
    {
        var named = string.Join(
            ", ", symbols.Take(MostNamed).Select(static symbol => symbol.Length > LongestName ? symbol[..LongestName] + "..." : symbol));
        return symbols.Count > MostNamed ? $"{named} and {symbols.Count - MostNamed} more" : named;
    }
}
