namespace LiveGridStudio.Shared.Feeds;

/// <summary>
/// When the next batch may go to a page. Never while one is on its way, so that nothing queues up before a slow browser; and a
/// batch that took long to be answered makes the next one wait longer, so that the browser has time for its own work too.
/// Safe for any thread.
/// </summary>
/// <param name="longest">
/// The longest wait after a batch that has been answered; also the wait of pages that do not say when they have drawn.
/// </param>
/// <param name="timeProvider">The clock.</param>
public sealed class FeedPace(TimeSpan longest, TimeProvider timeProvider)
{
    /// <summary>One frame of a screen with 60 of them in a second: sooner nobody sees it.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(16);

    /// <summary>A batch may keep a browser busy for this part of the time; the rest is for its layout, its drawing and its user.</summary>
    private const double BusyShare = 0.5;

    private readonly Lock _gate = new();
    private bool _isOnItsWay;
    private TimeSpan _interval;
    private long _begunAt;

    /// <value>From the start of the last batch to the earliest start of the next; zero before the first.</value>
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

    /// <value>
    /// How long it takes until a batch may go out; <see cref="TimeSpan.MaxValue"/> while one is on its way, zero or less when it may.
    /// </value>
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

    /// <summary>A batch goes out to a page that does not say when it has drawn it.</summary>
    public void Pass()
    {
        lock (_gate)
        {
            _begunAt = timeProvider.GetTimestamp();
            _interval = longest;
        }
    }

    /// <summary>A batch goes out to a page that will say when it has drawn it: <see cref="End"/>.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            _begunAt = timeProvider.GetTimestamp();
            _interval = Shortest;
            _isOnItsWay = true;
        }
    }

    /// <summary>The page has drawn what was on its way, or is gone. Without such a batch it does nothing.</summary>
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
