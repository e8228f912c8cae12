using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.Shared.Quotes;

/// <summary>What a request for symbols gets: all of them, or a problem in words that Workspace can show to its user.</summary>
/// <param name="Rows">In the order asked; empty when there is a problem.</param>
/// <param name="Problem">Null when every symbol is known.</param>
/// <param name="IsMissing">True when no symbol was asked for, false when unknown ones were.</param>
public sealed record QuoteQuery(IReadOnlyList<TableRow> Rows, string? Problem, bool IsMissing = false)
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

        var unknown = symbols.Where(symbol => !book.TryGet(symbol, out _)).ToList();
        return unknown.Count == 0
            ? new QuoteQuery(book.Table.Snapshot(book.Select(symbols, out _)!), null)
            : new QuoteQuery(
                [], $"Unknown symbol{(unknown.Count == 1 ? "" : "s")}: {Name(unknown)}. Known symbols: {Name(book.Symbols)}.");
    }

    /// <summary>The rows of the data endpoint.</summary>
    public JsValue ToPayload() => JsValue.FromList([.. Rows.Select(static row => (JsValue)row.Values)]);

    private static string Name(IReadOnlyList<string> symbols)
    {
        var named = string.Join(
            ", ", symbols.Take(MostNamed).Select(static symbol => symbol.Length > LongestName ? symbol[..LongestName] + "..." : symbol));
        return symbols.Count > MostNamed ? $"{named} and {symbols.Count - MostNamed} more" : named;
    }
}
