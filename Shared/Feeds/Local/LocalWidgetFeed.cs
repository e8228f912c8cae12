using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.Shared.Feeds.Local;

/// <summary>A live table of this host, straight from the <see cref="LiveTable"/> that the wire reads too.</summary>
/// <param name="query">The table, and how parameters become rows of it.</param>
/// <param name="timeProvider">The clock of the state.</param>
/// <param name="isLive">False for a widget without a socket: rows, but no changes.</param>
public sealed class LocalWidgetFeed(ITableQuery query, TimeProvider timeProvider, bool isLive = true) : IWidgetFeed
{
    private readonly TableSubscription _subscription = query.Table.Subscribe();
    private readonly List<TableRow> _rows = [];
    private readonly Lock _publishing = new();

    /// <summary>The snapshot already contains the changes up to these versions, by row id.</summary>
    private Dictionary<string, long> _seen = [];
    private JsObject _parameters = JsObject.Empty;
    private volatile FeedStatus _status = FeedStatus.Connecting;

    /// <value>
    /// A snapshot is never needed: the table is in this process, and what waits of a row is always its newest state. The counters are
    /// those of the last <see cref="Drain"/> or opening.
    /// </value>
    public FeedStatus Status => _status;

    public Task<JsValue> OpenAsync(JsObject parameters, CancellationToken cancellationToken)
    {
        _parameters = parameters;
        var selection = query.Select(parameters, out var problem);
        _subscription.Replace(isLive ? selection : null);
        if (selection is null)
        {
            Become(FeedState.Failed, problem);
            throw new FeedException(problem ?? "There are no rows.");
        }

        // After the subscription, so that no change is missed; those that the rows have are left out later.
        var rows = query.Table.Snapshot(selection);
        _seen = rows.ToDictionary(static row => row.Id, static row => row.Version, StringComparer.Ordinal);
        Become(isLive ? FeedState.Live : FeedState.Snapshot);
        return Task.FromResult(JsValue.FromList([.. rows.Select(static row => (JsValue)row.Values)]));
    }

    public Task<JsValue> ReopenAsync(CancellationToken cancellationToken) => OpenAsync(_parameters, cancellationToken);

    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _subscription.WaitAsync(cancellationToken);

    public void Drain(List<FeedFrame> into)
    {
        _rows.Clear();
        _subscription.Drain(_rows);
        _rows.RemoveAll(row => row.Version <= _seen.GetValueOrDefault(row.Id));
        if (_rows.Count == 0)
        {
            return;
        }

        into.Add(new FeedFrame(_rows.Count == 1
            ? MessageOf(_rows[0])
            : JsValue.FromList([.. _rows.Select(MessageOf)])));
        lock (_publishing)
        {
            var (frames, rows, _) = _status.Counters;
            _status = _status with
            {
                Counters = new FeedCounters(frames + 1, rows + _rows.Count, _subscription.Conflated) { LastFrameAt = timeProvider.GetUtcNow() },
            };
        }
    }

    public ValueTask DisposeAsync()
    {
        _subscription.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Become(FeedState state, string? reason = null)
    {
        lock (_publishing)
        {
            var since = state == _status.State ? _status.Since : timeProvider.GetUtcNow();
            _status = new FeedStatus(state, reason) { Since = since, Counters = _status.Counters };
        }
    }

    /// <summary>A message as the wire has it: without the columns that only the endpoint has.</summary>
    private JsValue MessageOf(TableRow row) => query.Table.MessageOf(row);
}
