using System.Net.WebSockets;
using LiveGridStudio.App.Connect.Documents;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Connect.Feed;

/// <summary>
/// A widget of another backend: rows from its <c>endpoint</c>, changes from its <c>wsEndpoint</c>; without the latter a
/// snapshot. Made by <see cref="RemoteConnection.CreateFeed"/>.
/// </summary>
/// <remarks>
/// As in Workspace a change that leaves all parameters empty closes the socket; unlike there, the next value opens it again.
/// </remarks>
public sealed partial class RemoteWidgetFeed : IWidgetFeed
{
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
    private volatile string? _rowsAskFor;
    private volatile string? _socketAsksFor;
    private long _openings;
    private volatile bool _disposed;

    internal RemoteWidgetFeed(RemoteFeedSource source, WidgetDefinition widget)
    {
        _source = source;
        _widget = widget;
        _rows = new RemoteRows(source.Http, source.Access, widget);
        _inbox = new FrameInbox(new FrameInboxLimits(), source.TimeProvider);
        _link = string.IsNullOrWhiteSpace(widget.WsEndpoint) ? null : new SocketLink(DialAsync, source, _inbox);
        _retry = new RowsRetry(source, _inbox);
        source.Metrics?.Opened(this);
    }

    public FeedState State =>
        _failure is not null ? FeedState.Failed
        : _missing is not null ? FeedState.Reconnecting
        : _link is not null && !_isEmptied ? _link.State.State
        : _snapshot is null ? FeedState.Connecting
        : FeedState.Snapshot;

    public string? Reason =>
        _failure ?? (_missing is { } missing ? Dialling?.Reason ?? missing
            : _isEmptied ? "All parameters are empty: Workspace closes the socket then, and does not open it again. Here the next value does."
            : _link?.State.Reason);

    public DateTimeOffset? RetryAt => State != FeedState.Reconnecting ? null
        : _missing is not null && Dialling is null ? _retry.DueAt
        : _link?.State.RetryAt;

    public FeedCounters Counters => _inbox.Counters with { Reconnects = _link?.Reopened ?? 0 };

    public string? AsksFor => _rowsAskFor ?? _socketAsksFor;

    /// <value>Whether Workspace's browser could read the rows; null before the first. A warning only.</value>
    public CorsVerdict? Cors => _rows.Cors;

    public string? Warning => Cors?.Problem;

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
            return await ReadRowsAsync(parameters, opening, cancellationToken);
        }
        catch (ConnectException exception)
        {
            await MissAsync(opening, exception, exception.IsFinal);
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
                _retry.Dispose();
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
        (_failure, _missing) = (null, null);
        (_rowsAskFor, _socketAsksFor) = (null, null);
        _retry.Reset();
        var isFirst = _parameters is null;
        if (isFirst || JsValue.FromObject(_parameters!) != parameters)
        {
            _parameters = parameters;
            _hadRows = false;
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

    private Task CloseLinkAsync() => _link?.CloseAsync() ?? Task.CompletedTask;

    private async Task<WebSocket> DialAsync(CancellationToken cancellationToken)
    {
        var address = WidgetAddress.OfSocket(_source.Access.Backend, _widget)
            ?? throw new ConnectException($"the wsEndpoint is no address: {_source.Access.Redact(_widget.WsEndpoint!)}")
            {
                Fault = ConnectFault.BadRequest,
            };
        try
        {
            return await _source.Http.OpenSocketAsync(address, _source.Access, cancellationToken);
        }
        catch (ConsentNeededException needed)
        {
            _socketAsksFor = needed.Origin;
            throw;
        }
    }
}
