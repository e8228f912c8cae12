namespace LiveGridStudio.Shared.Feeds;

/// <summary>
/// Decides when the next batch may go to a page. Only one batch is under way at a time, so that no queue builds up in front of a slow
/// browser. A batch that took long to be acknowledged delays the next one, so that the browser has time for its own work. Thread-safe.
/// </summary>
/// <param name="longest">The longest wait after an acknowledged batch; also the wait for pages that do not report when they have drawn.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class FeedPace(TimeSpan longest, TimeProvider timeProvider)
{
    /// <summary>One frame at 60 frames per second: a shorter interval is not visible.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(16);

    /// <summary>The share of the time for which batches may keep a browser busy; the rest is for layout, drawing and input.</summary>
    private const double BusyShare = 0.5;

    private readonly Lock _gate = new();
    private bool _isOnItsWay;
    private TimeSpan _interval;
    private long _begunAt;

    /// <value>The time from the start of the last batch to the earliest start of the next; zero before the first.</value>
    public TimeSpan Interval
    {
        get
        {
            lock (_gate)
            {
                return _interval;
            }
        }
    }

    /// <value>Whether a batch may go out now.</value>
    public bool IsReady => Left <= TimeSpan.Zero;

    /// <value>The time until a batch may go out: zero or less when it may, <see cref="TimeSpan.MaxValue"/> while one is under way.</value>
    public TimeSpan Left
    {
        get
        {
            lock (_gate)
            {
                return _isOnItsWay ? TimeSpan.MaxValue : _interval - timeProvider.GetElapsedTime(_begunAt);
            }
        }
    }

    /// <summary>Records a batch to a page that does not report when it has drawn it.</summary>
    public void Pass()
    {
        lock (_gate)
        {
            _begunAt = timeProvider.GetTimestamp();
            _interval = longest;
        }
    }

    /// <summary>Records a batch to a page that will call <see cref="End"/> when it has drawn it.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            _begunAt = timeProvider.GetTimestamp();
            _interval = Shortest;
            _isOnItsWay = true;
        }
    }

    /// <summary>Records that the page has drawn the batch under way, or has gone. Without a batch under way it does nothing.</summary>
    public void End()
    {
        lock (_gate)
        {
            if (_isOnItsWay)
            {
                _isOnItsWay = false;
                var wanted = timeProvider.GetElapsedTime(_begunAt) / BusyShare;
                _interval = wanted > longest ? longest : wanted;
                _interval = _interval < Shortest ? Shortest : _interval;
            }
        }
    }
}
