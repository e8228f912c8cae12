using System.Text.Json.Serialization;

namespace LiveGridStudio.App.Backend;

/// <summary>Describes a row of <c>/live_grid_data</c> in <c>openapi.json</c>; the rows themselves come from the quote book.</summary>
internal sealed record LiveGridRowSchema(
    string Date,
    string Symbol,
    double Price,
    double Change,
    [property: JsonPropertyName("change_percent")] double ChangeFraction,
    long Volume,
    [property: JsonPropertyName("market_cap")] double MarketCap);
