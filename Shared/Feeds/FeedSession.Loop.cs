using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.Shared.Feeds;

/// <content>
/// The loop, and when what it brings is shown. Frames are applied when a batch may go out, or, when the page is behind or out
/// of sight, at their own pace: nothing piles up, and one batch then shows all of it. The loop is the only one that waits, and all
/// that concerns it wakes the same timer: the feed, the page, the clock.
/// </content>
public partial class FeedSession
{
    /// <summary>How often frames are applied while nobody watches.</summary>
    private static readonly TimeSpan UnseenInterval = TimeSpan.FromMilliseconds(250);

    private readonly WakeTimer _alarm;

    /// <summary>When the loop must look again although nothing came, in ticks of <see cref="Now"/>. Set on the presenter's thread.</summary>
    private long _wakeAt = long.MaxValue;
    private Task _loop = Task.CompletedTask;
    private int _isRunning;

    /// <summary>The wait for the feed; null between two waits.</summary>
    private Task<bool>? _listening;

    /// <summary>Whether that wait is over: there are frames, or the state has changed.</summary>
    private volatile bool _hasHeard;

    /// <summary>Whether there is something that has not been shown.</summary>
    private volatile bool _isDirty;
    private volatile bool _isWatched = true;

    /// <value>
    /// Whether somebody can see the page. While nobody can, frames are applied but nothing is shown; then all of it at once.
    /// Set on the presenter's thread. Default true.
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
                // Marks that ended meanwhile go too.
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
    /// A view says, while <see cref="Changed"/> is raised, that it renders and will call <see cref="EndRender"/>. Until then
    /// nothing more is shown, and how long that takes sets the pace. Without it the pace is the longest interval.
    /// </summary>
    public void BeginRender() => _pace.Begin();

    /// <summary>The view has rendered, down to the browser, or is gone.</summary>
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
                    // Not before: frames that come while a batch is gathered wake nobody.
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
    /// Waits until the frames that are there may be applied: at once after a pause; else when the page can take them, though not
    /// later than one interval, lest they pile up.
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

    /// <summary>
    /// How long it takes until a mark ends, the feed becomes stale, or the page can take what it has not been shown yet.
    /// </summary>
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
