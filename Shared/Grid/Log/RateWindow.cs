namespace LiveGridStudio.Shared.Grid.Log;

/// <summary>
/// Counts by the second, for one minute, in memory that never grows. Seconds in which nobody was looking are kept apart
/// from seconds in which nothing came.
/// </summary>
internal sealed class RateWindow
{
    /// <summary>How far back <see cref="Series"/> goes.</summary>
    public const int SeriesSeconds = 60;

    /// <summary>How far back <see cref="Rates"/> goes.</summary>
    public const int RateSeconds = 10;

    // One more than is shown: the second that is running.
    private readonly Second[] _seconds = new Second[SeriesSeconds + 1];
    private readonly FrameSecond[] _series = new FrameSecond[SeriesSeconds];
    private long _current;
    private TimeSpan? _lastFrameAt;
    private bool _isLooking;

    /// <summary>Starts or ends a time in which frames are counted; the second it falls into does not count as whole.</summary>
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

    /// <summary>Lets time pass without a frame.</summary>
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

    /// <summary>What the newest whole seconds were like; null until there is one.</summary>
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

    /// <summary>The last minute up to the last whole second, oldest first. The list is reused by the next call.</summary>
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
