using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Feeds;

/// <content>What is delivered to the presenter, and when it is said to be there to show. All of it runs on the presenter's thread.</content>
public partial class FeedSession
{
    /// <summary>The rows of an opening are there, or there are none.</summary>
    /// <param name="turn">The opening.</param>
    /// <param name="payload">Null when there are none: unless the feed has given up, those that are shown stay while it tries on.</param>
    private void Present(int turn, JsValue? payload)
    {
        if (turn != _opening || IsOver)
        {
            return;
        }

        var hasRows = payload is not null || _feed.Status.State == FeedState.Failed;
        if (hasRows)
        {
            Load(payload ?? JsValue.Undefined);
        }

        IsLoading = false;
        IsRefreshing = false;
        Take();
        _alarm.Wake();
        if (hasRows)
        {
            Loaded?.Invoke();
        }

        Show();
    }

    private void Load(JsValue payload)
    {
        // What came before the snapshot belongs to the parameters before.
        _presenter.Load(payload, Now);
        Payload = payload;
        Recent.Clear();
        _loadedAt = Now;
        if (IsLoading)
        {
            // The socket serves these parameters since now.
            _heardAt = Now;
        }

        Loads++;
    }

    /// <summary>Delivers what waits, and shows it if the page can take it.</summary>
    private void Take()
    {
        if (IsOver || IsLoading)
        {
            // Nothing is due before the rows are there, and they wake the loop.
            Volatile.Write(ref _wakeAt, long.MaxValue);
            return;
        }

        var version = _presenter.Version;
        var before = (State, Problem, RetryAt);
        var status = _feed.Status;
        if (!status.NeedsSnapshot && !_renewals.Holds(_opening))
        {
            _feed.Drain(_frames);
        }

        if (_frames.Count > 0)
        {
            Recent.Add(_frames, Now, _timeProvider.GetUtcNow());
            _presenter.Apply(_frames, Now);
            _frames.Clear();
            (_messageAt, _heardAt) = (Now, Now);
        }

        _presenter.Expire(Now);
        State = StateOf(status);
        Problem = status.Reason;
        RetryAt = status.RetryAt;
        PlanWake();
        var hasNews = _presenter.Version != version;
        _isDirty |= hasNews || before != (State, Problem, RetryAt);
        if (_isDirty && _isWatched && _pace.IsReady)
        {
            if (hasNews)
            {
                // A view that will say when it has drawn says so while it is told.
                _pace.Pass();
            }

            Show();
        }
    }

    private FeedState StateOf(FeedStatus status)
    {
        if (status.State != FeedState.Live)
        {
            return status.State;
        }

        if (State is not (FeedState.Live or FeedState.Stale) || status.Since != _liveSince)
        {
            (_heardAt, _liveSince) = (Now, status.Since);
        }

        return Now - _heardAt >= _options.StaleAfter ? FeedState.Stale : FeedState.Live;
    }

    private void Show()
    {
        _isDirty = !_isWatched;
        if (_isWatched)
        {
            Changed?.Invoke();
        }
    }
}
