using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Quotes;

/// <summary>Turns a quote into its row. The book applies it once per tick.</summary>
public interface IQuoteProjection
{
    JsObject ToRow(Quote quote);
}
