namespace LiveGridStudio.Shared.Grid.Log;

/// <summary>
/// Counts per second over one minute, in constant memory. Seconds that were not observed are distinguished from seconds without frames.
/// </summary>
internal sealed class RateWindow
{
    /// <summary>The seconds that <see cref="Series"/> covers.</summary>
    public const int SeriesSeconds = 60;

    /// <summary>The most seconds that <see cref="Rates"/> covers.</summary>
    public const int RateSeconds = 10;

    // One more than is shown, for the current second.
    private readonly Second[] _seconds = new Second[SeriesSeconds + 1];
    private readonly FrameSecond[] _series = new FrameSecond[SeriesSeconds];
    private long _current;
    private TimeSpan? _lastFrameAt;
    private bool _isLooking;

    /// <summary>Starts or ends an observed period; the current second does not count as whole.</summary>
    public void Look(bool isLooking, TimeSpan now)
    {
        Advance(now);
        _isLooking = isLooking;
        _lastFrameAt = null;
        Current.IsWhole = false;
    }

    public void Add(FrameTotals counts, TimeSpan now)
    {
        Advance(now);
        Current.Counts += counts;
        if (_lastFrameAt is { } last)
        {
            Current.Grow(now - last);
        }
        else
        {
            Current.Grow(TimeSpan.Zero);
        }

        _lastFrameAt = now;
    }

    /// <summary>Advances the time without a frame.</summary>
    public void Advance(TimeSpan now)
    {
        var target = now.Ticks / TimeSpan.TicksPerSecond;
        _current = Math.Max(_current, target - _seconds.Length);
        while (_current < target)
        {
            if (_lastFrameAt is { } last)
            {
                Current.Grow(TimeSpan.FromSeconds(_current + 1) - last);
            }

            _current++;
            Current = new Second { IsWhole = _isLooking };
        }
    }

    /// <summary>The rates of the newest whole seconds; null until there is one.</summary>
    public FrameRates? Rates()
    {
        var sum = default(FrameTotals);
        var seconds = 0;
        for (var back = 1; back <= RateSeconds; back++)
        {
            ref var second = ref At(_current - back);
            if (second.IsWhole)
            {
                sum += second.Counts;
                seconds++;
            }
        }

        return seconds == 0 ? null : FrameRates.Of(sum, seconds);
    }

    /// <summary>The last minute up to the last whole second, oldest first. The next call reuses the list.</summary>
    public IReadOnlyList<FrameSecond> Series()
    {
        for (var i = 0; i < SeriesSeconds; i++)
        {
            ref var second = ref At(_current - SeriesSeconds + i);
            _series[i] = second.IsWhole ? new FrameSecond((int)second.Counts.Frames, second.Age) : default;
        }

        return _series;
    }

    private ref Second Current => ref At(_current);

    private ref Second At(long second) => ref _seconds[((second % _seconds.Length) + _seconds.Length) % _seconds.Length];

    private struct Second
    {
        public FrameTotals Counts;
        public TimeSpan? Age;
        public bool IsWhole;

        public void Grow(TimeSpan age) => Age = Age > age ? Age : age;
    }
}
