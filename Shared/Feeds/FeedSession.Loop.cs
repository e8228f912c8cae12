using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.Shared.Feeds;

/// <content>
/// The loop of the session, and the moments at which it shows something. Frames are applied when a batch may go out. When the page is
/// behind or hidden, frames are applied at a pace of their own, so that nothing queues up and one batch then shows everything. Only the
/// loop waits; the feed, the page and the clock all wake the same timer.
/// </content>
public partial class FeedSession
{
    /// <summary>The interval at which frames are applied while the page is hidden.</summary>
    private static readonly TimeSpan UnseenInterval = TimeSpan.FromMilliseconds(250);

    private readonly WakeTimer _alarm;

    /// <summary>
    /// The time at which the loop must run again even without frames, in ticks of <see cref="Now"/>. Set on the presenter's thread.
    /// </summary>
    private long _wakeAt = long.MaxValue;
    private Task _loop = Task.CompletedTask;
    private int _isRunning;

    /// <summary>The pending wait for the feed; null between two waits.</summary>
    private Task<bool>? _listening;

    /// <summary>Whether that wait has ended: there are frames, or the state has changed.</summary>
    private volatile bool _hasHeard;

    /// <summary>Whether some change has not been shown yet.</summary>
    private volatile bool _isDirty;
    private volatile bool _isWatched = true;

    /// <value>
    /// Whether the page is visible. While it is hidden, frames are applied but not shown; on return everything is shown at once. Set on the
    /// presenter's thread. Default true.
    /// </value>
    public bool IsWatched
    {
        get => _isWatched;
        set
        {
            if (_isWatched == value)
            {
                return;
            }

            _isWatched = value;
            if (value && IsLoading)
            {
                Show();
            }
            else if (value)
            {
                // Also removes the marks that ended meanwhile.
                _isDirty = true;
                Take();
            }
            else
            {
                PlanWake();
            }

            _alarm.Wake();
        }
    }

    /// <summary>
    /// Called by a view while <see cref="Changed"/> is raised: it renders now and will call <see cref="EndRender"/>. Until then nothing
    /// more is shown, and the time it takes sets the pace. Without this call the pace is the longest interval.
    /// </summary>
    public void BeginRender() => _pace.Begin();

    /// <summary>Called when the browser has drawn what the view rendered, or when the view has gone.</summary>
    public void EndRender()
    {
        _pace.End();
        _alarm.Wake();
    }

    private void Run()
    {
        if (!IsOver && Interlocked.Exchange(ref _isRunning, 1) == 0)
        {
            _loop = RunAsync();
        }
    }

    private async Task RunAsync()
    {
        try
        {
            while (!_stopping.IsCancellationRequested)
            {
                _listening ??= ListenAsync();
                RenewIfNeeded();
                if (!_hasHeard && Left() is var left && left > TimeSpan.Zero)
                {
                    await _alarm.WaitAsync(left).ConfigureAwait(false);
                    continue;
                }

                var isHeard = _hasHeard;
                if (isHeard)
                {
                    if (!await _listening.ConfigureAwait(false))
                    {
                        return;
                    }

                    await GatherAsync().ConfigureAwait(false);
                }

                await _dispatch(Take).ConfigureAwait(false);
                if (isHeard)
                {
                    // Only now: frames that arrive while a batch is gathered must not wake the loop.
                    (_listening, _hasHeard) = (null, false);
                }
            }
        }
        catch (Exception exception) when (!_stopping.IsCancellationRequested)
        {
            (_listening, _hasHeard) = (_hasHeard ? null : _listening, false);
            Faulted?.Invoke(exception);
        }
        finally
        {
            Volatile.Write(ref _isRunning, 0);
        }
    }

    private async Task<bool> ListenAsync()
    {
        try
        {
            return await _feed.WaitAsync(_stopping).ConfigureAwait(false);
        }
        finally
        {
            _hasHeard = true;
            _alarm.Wake();
        }
    }

    /// <summary>
    /// Waits until pending frames may be applied: at once after a pause, otherwise when the page is ready, but at most one interval, so
    /// that frames do not queue up.
    /// </summary>
    private async ValueTask GatherAsync()
    {
        var begunAt = Now;
        while (!_stopping.IsCancellationRequested && LeftToGather(begunAt) is var left && left > TimeSpan.Zero)
        {
            await _alarm.WaitAsync(left).ConfigureAwait(false);
        }
    }

    private TimeSpan LeftToGather(TimeSpan begunAt) =>
        _presenter.GatherTime is { } time ? begunAt + time - Now
        : !_isWatched ? begunAt + UnseenInterval - Now
        : Earlier(_pace.Left, begunAt + _options.RenderInterval - Now);

    /// <summary>The time until a mark ends, the feed becomes stale, or the page can show pending changes.</summary>
    private TimeSpan Left()
    {
        var wakeAt = Volatile.Read(ref _wakeAt);
        var left = wakeAt == long.MaxValue ? TimeSpan.MaxValue : TimeSpan.FromTicks(wakeAt) - Now;
        return _isDirty && _isWatched && !IsLoading ? Earlier(left, _pace.Left) : left;
    }

    private void PlanWake()
    {
        var staleAt = State == FeedState.Live ? _heardAt + _options.StaleAfter : TimeSpan.MaxValue;
        var wakeAt = _isWatched && _presenter.NextExpiry is { } expiry ? Earlier(expiry, staleAt) : staleAt;
        Volatile.Write(ref _wakeAt, wakeAt == TimeSpan.MaxValue ? long.MaxValue : wakeAt.Ticks);
    }

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
