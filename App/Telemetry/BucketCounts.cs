namespace LiveGridStudio.App.Telemetry;

/// <summary>
/// How many values of a histogram fell between its bounds during the last seconds. Any thread may add; one reads, once a second.
/// </summary>
/// <param name="bounds">Rising upper bounds; what lies above the last one counts too.</param>
internal sealed class BucketCounts(IReadOnlyList<double> bounds)
{
    /// <summary>Seconds that percentiles look back: long enough to be calm, short enough to follow.</summary>
    private const int Window = 10;

    private readonly long[] _now = new long[bounds.Count + 1];
    private readonly Queue<long[]> _seconds = new();

    public void Add(double value)
    {
        var bucket = 0;
        while (bucket < bounds.Count && value > bounds[bucket])
        {
            bucket++;
        }

        Interlocked.Increment(ref _now[bucket]);
    }

    /// <summary>Ends a second.</summary>
    public void Turn()
    {
        var second = new long[_now.Length];
        for (var i = 0; i < second.Length; i++)
        {
            second[i] = Interlocked.Exchange(ref _now[i], 0);
        }

        _seconds.Enqueue(second);
        if (_seconds.Count > Window)
        {
            _seconds.Dequeue();
        }
    }

    /// <summary>
    /// The value below which this share of the values lies, as near as the bounds tell; the last bound for what is above it. Null when
    /// there were none.
    /// </summary>
    public double? Percentile(double share)
    {
        var rank = share * _seconds.Sum(static second => second.Sum());
        if (rank <= 0)
        {
            return null;
        }

        for (var i = 0; i < bounds.Count; i++)
        {
            var count = _seconds.Sum(second => second[i]);
            if (rank <= count)
            {
                var least = i == 0 ? 0 : bounds[i - 1];
                return least + ((bounds[i] - least) * rank / count);
            }

            rank -= count;
        }

        return bounds[^1];
    }
}
