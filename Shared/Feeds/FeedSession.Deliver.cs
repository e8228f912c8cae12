using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Feeds;

/// <content>Delivery to the presenter, and reports that there is something to show. Everything here runs on the presenter's thread.</content>
public partial class FeedSession
{
    /// <summary>Delivers the rows of an opening, or the fact that there are none.</summary>
    /// <param name="turn">The opening.</param>
    /// <param name="payload">Null when there are no rows: the rows shown stay while the feed retries, unless it has failed permanently.</param>
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
        // Messages from before the snapshot belong to the previous parameters.
        _presenter.Load(payload, Now);
        Payload = payload;
        Recent.Clear();
        _loadedAt = Now;
        if (IsLoading)
        {
            // From now on the socket serves these parameters.
            _heardAt = Now;
        }

        Loads++;
    }

    /// <summary>Delivers pending frames, and shows the result if the page is ready.</summary>
    private void Take()
    {
        if (IsOver || IsLoading)
        {
            // Nothing is due until the rows arrive, and their arrival wakes the loop.
            Volatile.Write(ref _wakeAt, long.MaxValue);
            return;
        }

        var version = _presenter.Version;
        var before = (State, Problem, RetryAt);
        var status = _feed.Status;
        var isRenewing = _renewals.Holds(_opening);
        if (!status.NeedsSnapshot && !isRenewing)
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
        if (!isRenewing || status.State != FeedState.Failed)
        {
            // A renewal that fails reports the failure together with the end of its rows, so that no old rows stand under it.
            (State, Problem, RetryAt) = (StateOf(status), status.Reason, status.RetryAt);
        }

        PlanWake();
        var hasNews = _presenter.Version != version;
        _isDirty |= hasNews || before != (State, Problem, RetryAt);
        if (_isDirty && _isWatched && _pace.IsReady)
        {
            if (hasNews)
            {
                // A view that reports its drawing calls BeginRender while Changed is raised.
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
