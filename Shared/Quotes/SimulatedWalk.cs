namespace LiveGridStudio.Shared.Quotes;

/// <summary>The price of one symbol as it wanders.</summary>
internal sealed class SimulatedWalk
{
    private readonly SymbolOptions _symbol;
    private readonly TickOptions _options;
    private readonly Random _random;
    private readonly int _decimals;
    private readonly double _smallest;
    private double _price;
    private long _volume;

    public SimulatedWalk(SymbolOptions symbol, TickOptions options, int seed)
    {
        _symbol = symbol;
        _options = options;
        _random = new Random(unchecked((seed * 397) ^ StableHash(symbol.Symbol)));
        _decimals = Decimals(symbol.Price, options.MaxStep);
        _smallest = Math.Pow(10, -_decimals);
        (_price, _volume) = (symbol.Price, symbol.Volume);
    }

    /// <summary>Uniform between the two bounds, both possible.</summary>
    public TimeSpan NextInterval() =>
        TimeSpan.FromTicks(_random.NextInt64(_options.MinInterval.Ticks, _options.MaxInterval.Ticks + 1));

    public Tick Next(DateTimeOffset at)
    {
        var step = ((_random.NextDouble() * 2) - 1) * _options.MaxStep;
        // Reflected at zero; what rounds to zero is held at the smallest price.
        _price = Math.Max(Math.Round(Math.Abs(_price + step), _decimals), _smallest);
        _volume += _random.Next(100, 1000);
        return new Tick(_symbol.Symbol, _price, _volume, at);
    }

    /// <summary>Cents, or finer when the first price or the step is finer than that.</summary>
    private static int Decimals(double price, double step)
    {
        var decimals = 2;
        while (decimals < 8 && (Math.Round(price, decimals) != price || (step > 0 && step * Math.Pow(10, decimals) < 10)))
        {
            decimals++;
        }

        return decimals;
    }

    /// <summary>The runtime's own hash of a text differs from process to process.</summary>
    private static int StableHash(string text)
    {
        var hash = 17;
        foreach (var c in text)
        {
            hash = unchecked((hash * 31) + c);
        }

        return hash;
    }
}
