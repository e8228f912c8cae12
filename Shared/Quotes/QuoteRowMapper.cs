using System.Globalization;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Quotes;

/// <summary>The only place where a quote becomes a row. The data endpoint, the socket and the page's preview all show this row.</summary>
public sealed class QuoteRowMapper : IQuoteProjection
{
    /// <summary><c>{"symbol":"TSLA","price":245.1,"change":5.1,"change_percent":0.02125,"volume":1500100}</c></summary>
    public JsObject ToMessage(Quote quote) => JsObject.FromDistinct(
    [
        Member("symbol", quote.Symbol),
        Member("price", quote.Price),
        Member("change", quote.Change),
        Member("change_percent", quote.ChangeFraction),
        Member("volume", quote.Volume),
    ]);

    /// <summary>
    /// The row of the data endpoint: the message with <c>date</c> (UTC, <c>2026-06-01</c>) before it and <c>market_cap</c> after it.
    /// </summary>
    public static JsObject ToSnapshotRow(Quote quote) => JsObject.FromDistinct(
    [
        Member("date", quote.ObservedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        .. quote.Message,
        Member("market_cap", quote.MarketCap),
    ]);

    private static KeyValuePair<string, JsValue> Member(string name, JsValue value) => KeyValuePair.Create(name, value);
}
