namespace LiveGridStudio.Shared.Quotes;

/// <summary>One symbol that the simulation trades: <c>Ticks:Symbols:0:Symbol</c> and so on.</summary>
public sealed class SymbolOptions
{
    /// <value>1 to 32 characters, no comma, no blank; unique without regard to case.</value>
    public string Symbol { get; set; } = "";

    /// <value>The price before the first tick; above 0.</value>
    public double Price { get; set; }

    /// <value>The reference for the change; above 0. Default: the price.</value>
    public double? PreviousClose { get; set; }

    /// <value>Shares traded before the first tick; 0 or more. Default 0.</value>
    public long Volume { get; set; }

    /// <value>For the market value; above 0. Default 10 000 000 000.</value>
    public double SharesOutstanding { get; set; } = 10_000_000_000;
}
