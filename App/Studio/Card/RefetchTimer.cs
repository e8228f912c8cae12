using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Studio.Card;

/// <summary>Measures the time from the last snapshot until it is stale, and until the next one is due.</summary>
/// <param name="timeProvider">The clock.</param>
/// <param name="onStale">Called on any thread, once after each <see cref="Restart"/>.</param>
/// <param name="onDue">Called on any thread when the next snapshot is due.</param>
internal sealed class RefetchTimer(TimeProvider timeProvider, Action onStale, Action onDue) : IDisposable
{
    private ITimer? _stale;
    private ITimer? _due;
    private bool _isDisposed;

    /// <summary>Restarts both times after a snapshot.</summary>
    public void Restart(RefetchPlan plan)
    {
        Stop();
        _stale = After(plan.StaleAfter, onStale);
        _due = After(plan.Interval, onDue);
    }

    /// <summary>Postpones the next snapshot by one interval.</summary>
    public void Postpone(RefetchPlan plan)
    {
        _due?.Dispose();
        _due = After(plan.Interval, onDue);
    }

    /// <summary>Stops both timers permanently: a running timer would keep the closed page in memory.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        Stop();
    }

    private void Stop()
    {
        _stale?.Dispose();
        _due?.Dispose();
    }

    private ITimer? After(TimeSpan? time, Action run) => time is { } due && !_isDisposed
        ? timeProvider.CreateTimer(static action => ((Action)action!)(), run, due, Timeout.InfiniteTimeSpan)
        : null;
}
