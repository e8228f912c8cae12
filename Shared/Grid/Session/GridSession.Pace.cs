using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Grid.Session;

/// <content>
/// The loop, and when what it brings is shown. Frames are applied when a batch may go out, or, when the page is behind or out
/// of sight, at their own pace: nothing piles up, and one batch then shows all of it.
/// </content>
public sealed partial class GridSession
{
    /// <summary>How often frames are applied while nobody watches.</summary>
    private static readonly TimeSpan UnseenInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>When the loop must look again although nothing came, in ticks of <see cref="Now"/>. Set on the model's thread.</summary>
    private long _wakeAt = long.MaxValue;

    /// <summary>Completed when there is a reason to look again from outside the loop.</summary>
    private TaskCompletionSource _nudge = NewNudge();
    private Task _loop = Task.CompletedTask;
    private Task _renewing = Task.CompletedTask;
    private int _isRenewing;

    /// <summary>Whether there is something that has not been shown.</summary>
    private volatile bool _isDirty;
    private volatile bool _isWatched = true;

    /// <value>
    /// Whether somebody can see the page. While nobody can, frames are applied but nothing is shown; then all of it at once.
    /// Set on the model's thread. Default true.
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

            Volatile.Read(ref _nudge).TrySetResult();
        }
    }

    /// <summary>
    /// A view says, while <see cref="Changed"/> is raised, that it renders and will call <see cref="EndRender"/>. Until then
    /// nothing more is shown, and how long that takes sets the pace. Without it the pace is the longest interval.
    /// </summary>
    public void BeginRender() => _pace.Begin();

    /// <summary>The view has rendered, down to the browser, or is gone.</summary>
    public void EndRender() => _pace.End();

    private async Task RunAsync(CancellationToken stop)
    {
        try
        {
            var waiting = _feed.WaitAsync(stop).AsTask();
            while (true)
            {
                await WaitAsync(waiting, stop).ConfigureAwait(false);
                var hasFrames = waiting.IsCompleted;
                if (hasFrames)
                {
                    if (!await waiting.ConfigureAwait(false))
                    {
                        return;
                    }

                    await GatherAsync(stop).ConfigureAwait(false);
                }

                await _dispatch(Take).ConfigureAwait(false);
                if (_feed.Status.NeedsSnapshot)
                {
                    _ = TryRenew(stop);
                }

                if (hasFrames)
                {
                    waiting = _feed.WaitAsync(stop).AsTask();
                }
            }
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            Faulted?.Invoke(exception);
        }
    }

    /// <summary>
    /// Until the frames that are there are to be applied: at once after a pause; else when the page can take them, though not
    /// later than one interval, lest they pile up.
    /// </summary>
    private async Task GatherAsync(CancellationToken stop)
    {
        if (Model.Options.MergePolicy == MergePolicy.Workspace)
        {
            await Task.Delay(MergeRule.Window, _timeProvider, stop).ConfigureAwait(false);
        }
        else if (!_isWatched || !_pace.IsReady)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
            var late = Task.Delay(_isWatched ? _options.RenderInterval : UnseenInterval, _timeProvider, either.Token);
            await (_isWatched ? Task.WhenAny(_pace.WaitAsync(either.Token), late) : late).ConfigureAwait(false);
            await either.CancelAsync().ConfigureAwait(false);
            stop.ThrowIfCancellationRequested();
        }
    }

    /// <summary>
    /// Until there are frames, a mark ends, the feed becomes stale, another snapshot is there, or the page can take what it has
    /// not been shown yet.
    /// </summary>
    private async Task WaitAsync(Task frames, CancellationToken stop)
    {
        var nudge = NewNudge();
        Volatile.Write(ref _nudge, nudge);
        var wakeAt = Volatile.Read(ref _wakeAt);
        if (frames.IsCompleted)
        {
            return;
        }

        using var settled = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var left = wakeAt == long.MaxValue
            ? Timeout.InfiniteTimeSpan
            : TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, wakeAt - Now.Ticks) / (double)TimeSpan.TicksPerMillisecond));
        var delay = Task.Delay(left, _timeProvider, settled.Token);
        var ready = _isDirty && _isWatched ? _pace.WaitAsync(settled.Token) : nudge.Task;
        await Task.WhenAny(frames, delay, nudge.Task, ready).ConfigureAwait(false);
        await settled.CancelAsync().ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
    }

    /// <summary>
    /// Loads the rows anew unless that is under way: the loop asks when the feed has missed something, the page when the reader does, and
    /// they run on threads of their own.
    /// </summary>
    /// <returns>The loading; null when another has begun it, or the session is over.</returns>
    private Task? TryRenew(CancellationToken stop) =>
        _disposed || Interlocked.Exchange(ref _isRenewing, 1) != 0 ? null : _renewing = RenewOnceAsync(stop);

    private async Task RenewOnceAsync(CancellationToken stop)
    {
        try
        {
            await RenewAsync(stop);
        }
        finally
        {
            Volatile.Write(ref _isRenewing, 0);
        }
    }

    /// <summary>Loads the rows anew; those shown stay until then.</summary>
    private async Task RenewAsync(CancellationToken stop)
    {
        var turn = Volatile.Read(ref _opening);
        try
        {
            await ShowAsync(turn, await _feed.ReopenAsync(stop), null);
        }
        catch (FeedException exception)
        {
            await MissAsync(turn, exception.Message);
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            Faulted?.Invoke(exception);
        }
    }

    private void Show()
    {
        _isDirty = !_isWatched;
        if (_isWatched)
        {
            Changed?.Invoke();
        }
    }

    private void PlanWake()
    {
        var staleAt = State == FeedState.Live ? _heardAt + _options.StaleAfter : TimeSpan.MaxValue;
        var wakeAt = _isWatched && Model.NextExpiry is { } expiry && expiry < staleAt ? expiry : staleAt;
        Volatile.Write(ref _wakeAt, wakeAt == TimeSpan.MaxValue ? long.MaxValue : wakeAt.Ticks);
    }

    private static TaskCompletionSource NewNudge() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
