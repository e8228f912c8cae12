namespace LiveGridStudio.App.Telemetry;

/// <summary>
/// Counts the values of a histogram between its bounds during the last seconds. Any thread may add; one thread reads, once a second.
/// </summary>
/// <param name="bounds">Ascending upper bounds; values above the last one are counted too.</param>
internal sealed class BucketCounts(IReadOnlyList<double> bounds)
{
    /// <summary>The seconds that percentiles cover: long enough to be steady, short enough to follow changes.</summary>
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

    /// <summary>Ends the current second.</summary>
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
    /// The value below which this share of the values lies, as precise as the bounds allow; the last bound for values above it. Null
    /// without values.
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
