using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Studio.Card;

/// <summary>Counts from the last snapshot to the moment when it is old, and to the moment when the next one is due.</summary>
/// <param name="timeProvider">The clock.</param>
/// <param name="onStale">Called on any thread, once after each <see cref="Restart"/>.</param>
/// <param name="onDue">Likewise.</param>
internal sealed class RefetchTimer(TimeProvider timeProvider, Action onStale, Action onDue) : IDisposable
{
    private ITimer? _stale;
    private ITimer? _due;
    private bool _isDisposed;

    /// <summary>A snapshot came: both times start again.</summary>
    public void Restart(RefetchPlan plan)
    {
        Stop();
        _stale = After(plan.StaleAfter, onStale);
        _due = After(plan.Interval, onDue);
    }

    /// <summary>The moment was a bad one: the next comes an interval later.</summary>
    public void Postpone(RefetchPlan plan)
    {
        _due?.Dispose();
        _due = After(plan.Interval, onDue);
    }

    /// <summary>Nothing starts any more: a timer that runs would hold the page that has gone.</summary>
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
