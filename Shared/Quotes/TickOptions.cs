namespace LiveGridStudio.Shared.Quotes;

/// <summary>Settings of the simulated ticks, section <c>Ticks</c>.</summary>
public sealed class TickOptions
{
    public const string SectionName = "Ticks";

    /// <value>Whether this host has the table of quotes at all. Default true.</value>
    public bool Enabled { get; set; } = true;

    /// <value>The symbols to simulate. A list in the settings replaces the five default ones.</value>
    public List<SymbolOptions> Symbols { get; init; } = [];

    /// <value>The largest price change of one tick, up or down, in price units. 0 to 1 000 000, default 10.</value>
    public double MaxStep { get; set; } = 10;

    /// <value>
    /// How much of its distance from the configured price a price loses at each tick, so that hours later it is still near it: a fraction, 0
    /// to 1, default 0.05. 0 lets prices walk away.
    /// </value>
    public double Pull { get; set; } = 0.05;

    /// <value>Shortest time between two ticks of one symbol. 1 ms to 1 day, default 500 ms.</value>
    public TimeSpan MinInterval { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <value>Longest time between two ticks of one symbol. <see cref="MinInterval"/> to 1 day, default 800 ms.</value>
    public TimeSpan MaxInterval { get; set; } = TimeSpan.FromMilliseconds(800);

    /// <value>The same seed gives the same ticks. Default: a new seed at each start.</value>
    public int? Seed { get; set; }

    /// <summary>The symbols when <see cref="Symbols"/> is not given.</summary>
    internal static IReadOnlyList<SymbolOptions> DefaultSymbols { get; } =
    [
        new() { Symbol = "AAPL", Price = 150.00, PreviousClose = 145.54, Volume = 1_000_000, SharesOutstanding = 15_000_000_000 },
        new() { Symbol = "GOOGL", Price = 140.00, PreviousClose = 138.20, Volume = 800_000, SharesOutstanding = 12_000_000_000 },
        new() { Symbol = "MSFT", Price = 350.00, PreviousClose = 345.00, Volume = 1_200_000, SharesOutstanding = 7_400_000_000 },
        new() { Symbol = "AMZN", Price = 178.00, PreviousClose = 175.50, Volume = 900_000, SharesOutstanding = 10_400_000_000 },
        new() { Symbol = "TSLA", Price = 245.00, PreviousClose = 240.00, Volume = 1_500_000, SharesOutstanding = 3_200_000_000 },
    ];
}
