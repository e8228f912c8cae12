namespace LiveGridStudio.App.Connect.Feed;

/// <summary>When rows that could not be had are asked for again, where no socket's dialling says so. Safe for any thread.</summary>
/// <param name="source">Clock and chance.</param>
/// <param name="onDue">Called when the time has come.</param>
internal sealed class RowsRetry(RemoteFeedSource source, Action onDue) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Random _random = source.CreateRandom();
    private ITimer? _timer;
    private DateTimeOffset? _dueAt;
    private int _failures;

    /// <value>When they are asked for next; null when that is now, or never.</value>
    public DateTimeOffset? DueAt
    {
        get
        {
            lock (_gate)
            {
                return _dueAt;
            }
        }
    }

    /// <summary>They failed once more: the next time comes after a longer delay.</summary>
    public void Wait()
    {
        lock (_gate)
        {
            _timer?.Dispose();
            var delay = RedialDelay.After(++_failures, _random);
            _dueAt = source.TimeProvider.GetUtcNow() + delay;
            _timer = source.TimeProvider.CreateTimer(_ => Come(), null, delay, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>They are there, or nobody wants them any more: the next delay is short again.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _timer?.Dispose();
            (_timer, _dueAt, _failures) = (null, null, 0);
        }
    }

    public void Dispose() => Reset();

    private void Come()
    {
        lock (_gate)
        {
            _dueAt = null;
        }

        onDue();
    }
}
