using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Quotes;

/// <summary>The full state of one symbol after one tick. Immutable, so any number of readers may share it.</summary>
public sealed record Quote
{
    public required string Symbol { get; init; }

    public required double Price { get; init; }

    public required double PreviousClose { get; init; }

    /// <summary>Shares traded so far.</summary>
    public required long Volume { get; init; }

    /// <summary>Constant per symbol; the market value is the price times this.</summary>
    public required double SharesOutstanding { get; init; }

    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>Increases by one with every tick of any symbol in the book; 0 before the symbol's first tick.</summary>
    public long Version { get; internal set; }

    /// <summary>When the book received the tick, in units of <see cref="TimeProvider.GetTimestamp"/>; 0 before the symbol's first tick.</summary>
    public long Timestamp { get; init; }

    /// <summary>Price minus previous close, without binary rounding noise.</summary>
    public double Change => Math.Round(Price - PreviousClose, 10);

    /// <summary>Change as a fraction of the previous close: 0.015 means 1.5 %.</summary>
    public double ChangeFraction => Change / PreviousClose;

    public double MarketCap => Math.Round(Price * SharesOutstanding, 2);

    /// <summary>The row that a live message carries for this quote.</summary>
    public JsObject Message { get; internal set; } = JsObject.Empty;

    /// <summary><see cref="Message"/> as UTF-8 JSON, created once per tick and shared by all sockets.</summary>
    public ReadOnlyMemory<byte> MessageUtf8 { get; internal set; }
}
