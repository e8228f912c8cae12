using LiveGridStudio.Shared.Tables.Sources;

namespace LiveGridStudio.App.Sources;

/// <summary>What one run of a source does about failures: says so, once in the log, and waits with growing delays.</summary>
/// <param name="table">The table's name.</param>
/// <param name="monitor">Told of the state.</param>
/// <param name="clock">Clock, randomness and log.</param>
internal sealed class SourceRetry(string table, SourceMonitor monitor, SourceClock clock)
{
    private int _failures;
    private bool _isLost;

    /// <summary>Says that the source works.</summary>
    /// <param name="isSteady">Whether the next failure counts as the first one.</param>
    public void Succeed(bool isSteady)
    {
        _failures = isSteady ? 0 : _failures;
        if (_isLost)
        {
            _isLost = false;
            SourceLog.Back(clock.Logger, table);
        }

        monitor.Run();
    }

    /// <summary>Starts the delays anew: what failed had worked for long enough.</summary>
    public void Forgive() => _failures = 0;

    /// <summary>Says why it failed and when it is tried again, and waits until then.</summary>
    /// <param name="reason">In words that may be shown.</param>
    /// <param name="least">The shortest delay.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task WaitAsync(string reason, TimeSpan least, CancellationToken cancellationToken)
    {
        // What fails while the host stops is no failure.
        cancellationToken.ThrowIfCancellationRequested();
        var delay = RetryDelay.After(++_failures, clock.Random);
        delay = delay < least ? least : delay;
        // The timer runs before anybody can read when it ends.
        var wait = Task.Delay(delay, clock.Time, cancellationToken);
        if (_isLost)
        {
            SourceLog.StillLost(clock.Logger, table, reason, delay);
        }
        else
        {
            _isLost = true;
            SourceLog.Lost(clock.Logger, table, reason);
        }

        monitor.Retry(reason, clock.Time.GetUtcNow() + delay);
        return wait;
    }
}
