using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Quotes;

/// <summary>Turns a quote into the row that readers see. The book applies it once per tick.</summary>
public interface IQuoteProjection
{
    JsObject ToMessage(Quote quote);
}
