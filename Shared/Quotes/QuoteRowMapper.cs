using System.Globalization;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Quotes;

/// <summary>The only place where a quote becomes a row. The data endpoint, the socket and the page's preview all show this row.</summary>
public sealed class QuoteRowMapper : IQuoteProjection
{
    /// <summary>
    /// <c>{"date":"2026-06-01","symbol":"TSLA","price":245.1,"change":5.1,"change_percent":0.02125,"volume":1500100,"market_cap":784320000000}</c>;
    /// messages carry neither <c>date</c> (UTC) nor <c>market_cap</c>.
    /// </summary>
    public JsObject ToRow(Quote quote) => JsObject.FromDistinct(
    [
        Member("date", quote.ObservedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Member(QuoteBook.SymbolColumn, quote.Symbol),
        Member("price", quote.Price),
        Member("change", quote.Change),
        Member("change_percent", quote.ChangeFraction),
        Member("volume", quote.Volume),
        Member("market_cap", quote.MarketCap),
    ]);

    private static KeyValuePair<string, JsValue> Member(string name, JsValue value) => KeyValuePair.Create(name, value);
}
