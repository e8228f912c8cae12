using LiveGridStudio.Shared.Tables.Sources;
namespace LiveGridStudio.App.Connect.Feed;

/// <summary>Decides when unavailable rows are requested again, where no socket's reconnecting does. Thread-safe.</summary>
/// <param name="source">Clock and randomness.</param>
/// <param name="onDue">Called when the next try is due.</param>
internal sealed class RowsRetry(RemoteFeedSource source, Action onDue) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Random _random = source.CreateRandom();
    private ITimer? _timer;
    private DateTimeOffset? _dueAt;
    private int _failures;

    /// <value>The time of the next try; null when it is now, or never.</value>
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

    /// <summary>Records another failure: the next try follows after a longer delay.</summary>
    public void Wait()
    {
        lock (_gate)
        {
            _timer?.Dispose();
            var delay = RetryDelay.After(++_failures, _random);
            _dueAt = source.TimeProvider.GetUtcNow() + delay;
            _timer = source.TimeProvider.CreateTimer(_ => Come(), null, delay, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Records that the rows have arrived or are no longer needed: the next delay is short again.</summary>
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
