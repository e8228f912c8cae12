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

    /// <summary>Price less previous close, free of binary rounding noise.</summary>
    public double Change => Math.Round(Price - PreviousClose, 10);

    /// <summary>Change as a fraction of the previous close: 0.015 means 1.5 %.</summary>
    public double ChangeFraction => Change / PreviousClose;

    public double MarketCap => Math.Round(Price * SharesOutstanding, 2);
}
