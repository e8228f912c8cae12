namespace LiveGridStudio.Shared.Quotes;

/// <summary>The random walk of one symbol's price.</summary>
internal sealed class SimulatedWalk
{
    private readonly SymbolOptions _symbol;
    private readonly TickOptions _options;
    private readonly Random _random;
    private readonly int _decimals;
    private readonly double _smallest;
    private double _price;
    private long _volume;

    public SimulatedWalk(SymbolOptions symbol, TickOptions options, int seed, (double Price, long Volume)? from = null)
    {
        _symbol = symbol;
        _options = options;
        _random = new Random(unchecked((seed * 397) ^ StableHash(symbol.Symbol)));
        _decimals = Decimals(symbol.Price, options.MaxStep);
        _smallest = Math.Pow(10, -_decimals);
        (_price, _volume) = from ?? (symbol.Price, symbol.Volume);
    }

    /// <summary>A uniform random interval between the two bounds, both included.</summary>
    public TimeSpan NextInterval() =>
        TimeSpan.FromTicks(_random.NextInt64(_options.MinInterval.Ticks, _options.MaxInterval.Ticks + 1));

    public Tick Next(DateTimeOffset at)
    {
        var step = ((_random.NextDouble() * 2) - 1) * _options.MaxStep;
        step -= (_price - _symbol.Price) * _options.Pull;
        // Reflect the price at zero; a price that would round to zero becomes the smallest price.
        _price = Math.Max(Math.Round(Math.Abs(_price + step), _decimals), _smallest);
        _volume += _random.Next(100, 1000);
        return new Tick(_symbol.Symbol, _price, _volume, at);
    }

    /// <summary>Two decimals, or more when the first price or the step has more.</summary>
    private static int Decimals(double price, double step)
    {
        var decimals = 2;
        while (decimals < 8 && (Math.Round(price, decimals) != price || (step > 0 && step * Math.Pow(10, decimals) < 10)))
        {
            decimals++;
        }

        return decimals;
    }

    /// <summary>A hash that is the same in every process, unlike the runtime's own hash of a text.</summary>
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
