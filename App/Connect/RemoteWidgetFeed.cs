using System.Net.WebSockets;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Widgets;

namespace LiveGridStudio.App.Connect;

/// <summary>
/// A widget of another backend: rows from its <c>endpoint</c>, changes from its <c>wsEndpoint</c>; without the latter a
/// snapshot. Made by <see cref="RemoteConnection.CreateFeed"/>.
/// </summary>
/// <remarks>
/// As in Workspace a change that leaves all parameters empty closes the socket; unlike there, the next value opens it again.
/// </remarks>
public sealed class RemoteWidgetFeed : IWidgetFeed
{
    /// <summary>Rows are not read anew more often than this because frames were dropped.</summary>
    private static readonly TimeSpan CatchUpInterval = TimeSpan.FromSeconds(30);

    private readonly WidgetDefinition _widget;
    private readonly RemoteFeedSource _source;
    private readonly RemoteRows _rows;
    private readonly FrameInbox _inbox;
    private readonly SocketLink? _link;
    private readonly SemaphoreSlim _turns = new(1);

    private JsObject? _parameters;
    private byte[] _message = [];
    private volatile bool _isEmptied;
    private volatile string? _failure;
    private volatile SnapshotMark? _snapshot;
    private long _openings;
    private bool _disposed;

    internal RemoteWidgetFeed(RemoteFeedSource source, WidgetDefinition widget, IFrameObserver? observer)
    {
        _source = source;
        _widget = widget;
        _rows = new RemoteRows(source, widget);
        _inbox = new FrameInbox(new FrameInboxLimits(), source.TimeProvider, observer);
        _link = string.IsNullOrWhiteSpace(widget.WsEndpoint) ? null : new SocketLink(DialAsync, source, _inbox);
        source.Metrics?.Opened(this);
    }

    public FeedState State =>
        _failure is not null ? FeedState.Failed
        : _link is not null && !_isEmptied ? _link.State.State
        : _snapshot is null ? FeedState.Connecting
        : FeedState.Snapshot;

    public string? Reason =>
        _failure ?? (_isEmptied
            ? "All parameters are empty: Workspace closes the socket then, and does not open it again. Here the next value does."
            : _link?.State.Reason);

    public DateTimeOffset? RetryAt => State == FeedState.Reconnecting ? _link?.State.RetryAt : null;

    /// <value>
    /// True when the socket was opened after the rows were read, and, for rows with ids, when frames were dropped: a row that
    /// seldom changes would else show an old value for good.
    /// </value>
    public bool NeedsSnapshot => State == FeedState.Live && _snapshot is { } snapshot
        && (_link!.Opened > snapshot.Opened
            || (_widget.HasRowIds
                && _inbox.Counters.Dropped > snapshot.Dropped
                && _source.TimeProvider.GetElapsedTime(snapshot.TakenAt) >= CatchUpInterval));

    public FeedCounters Counters => _inbox.Counters with { Reconnects = _link?.Reopened ?? 0 };

    /// <value>Whether Workspace's browser could read the rows; null before the first. A warning only.</value>
    public CorsVerdict? Cors => _rows.Cors;

    public async Task<JsValue> OpenAsync(JsObject parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var opening = Interlocked.Increment(ref _openings);
        await _turns.WaitAsync(cancellationToken);
        try
        {
            if (opening == Interlocked.Read(ref _openings) && !_disposed)
            {
                await SubscribeAsync(parameters, cancellationToken);
            }
        }
        finally
        {
            _turns.Release();
        }

        try
        {
            return await ReadRowsAsync(parameters, cancellationToken);
        }
        catch (ConnectException exception)
        {
            await FailAsync(opening, exception.Message);
            throw new FeedException(exception.Message, exception);
        }
    }

    public async Task<JsValue> ReopenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadRowsAsync(_parameters ?? JsObject.Empty, cancellationToken);
        }
        catch (ConnectException exception)
        {
            // Without rows the subscription is worth little: both are tried again, after a growing delay.
            _link?.Lose(exception.Message);
            throw new FeedException(exception.Message, exception);
        }
    }

    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _inbox.WaitAsync(cancellationToken);

    public void Drain(List<FeedFrame> into) => _inbox.Drain(into);

    public async ValueTask DisposeAsync()
    {
        Interlocked.Increment(ref _openings);
        await _turns.WaitAsync();
        try
        {
            if (!_disposed)
            {
                _disposed = true;
                _source.Metrics?.Closed(this);
                await (_link?.DisposeAsync() ?? ValueTask.CompletedTask);
                _inbox.Complete();
            }
        }
        finally
        {
            _turns.Release();
        }
    }

    private async Task SubscribeAsync(JsObject parameters, CancellationToken cancellationToken)
    {
        _failure = null;
        var isFirst = _parameters is null;
        if (isFirst || JsValue.FromObject(_parameters!) != parameters)
        {
            _parameters = parameters;
            _message = WidgetParams.Message(_widget, parameters);
            _isEmptied = _link is not null && !isFirst && WidgetParams.AreAllEmpty(parameters);
            // What waits belongs to the parameters before.
            _inbox.Clear();
        }

        if (_isEmptied)
        {
            await CloseLinkAsync();
        }
        else if (_link is not null)
        {
            await _link.OpenAsync(_message, cancellationToken);
        }

        _inbox.Wake();
    }

    private async Task<JsValue> ReadRowsAsync(JsObject parameters, CancellationToken cancellationToken)
    {
        var mark = new SnapshotMark(_link?.Opened ?? 0, _inbox.Counters.Dropped, _source.TimeProvider.GetTimestamp());
        var rows = await _rows.ReadAsync(parameters, cancellationToken);
        _snapshot = mark;
        _inbox.Wake();
        return rows;
    }

    /// <summary>Ends the subscription, unless other parameters have been asked for meanwhile.</summary>
    private async Task FailAsync(long opening, string reason)
    {
        await _turns.WaitAsync();
        try
        {
            if (opening == Interlocked.Read(ref _openings))
            {
                await CloseLinkAsync();
                _failure = reason;
                _inbox.Wake();
            }
        }
        finally
        {
            _turns.Release();
        }
    }

    private Task CloseLinkAsync() => _link?.CloseAsync() ?? Task.CompletedTask;

    private Task<WebSocket> DialAsync(CancellationToken cancellationToken) =>
        WidgetAddress.OfSocket(_source.Access.Backend, _widget) is { } address
            ? _source.Http.OpenSocketAsync(address, _source.Access, cancellationToken)
            : throw new ConnectException($"the wsEndpoint is no address: {_source.Access.Redact(_widget.WsEndpoint!)}")
            {
                Fault = ConnectFault.BadRequest,
            };

    /// <summary>What there was when rows were read: the socket's openings, the dropped frames, the time.</summary>
    private sealed record SnapshotMark(long Opened, long Dropped, long TakenAt);
}
