using System.Net.WebSockets;
using LiveGridStudio.App.Connect.Documents;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Cors;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Connect.Feed;

/// <summary>
/// The feed of another backend's widget: rows from its <c>endpoint</c>, changes from its <c>wsEndpoint</c>; without the latter only a
/// snapshot. Created by <see cref="RemoteConnection.CreateFeed"/>.
/// </summary>
/// <remarks>
/// As in Workspace, a change that leaves all parameters empty closes the socket; here, unlike in Workspace, the next value opens it again.
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
    private long _openings;
    private volatile bool _disposed;

    internal RemoteWidgetFeed(RemoteFeedSource source, WidgetDefinition widget)
    {
        _source = source;
        _widget = widget;
        _rows = new RemoteRows(source.Http, source.Access, widget);
        _inbox = new FrameInbox(new FrameInboxLimits(), source.TimeProvider);
        _retry = new RowsRetry(source, Publish);
        _link = string.IsNullOrWhiteSpace(widget.WsEndpoint) ? null : new SocketLink(DialAsync, source, _inbox, Publish);
        source.Metrics?.Opened(this);
    }

    /// <value>Whether a browser would let Workspace read the rows; null before the first answer. A warning only.</value>
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
                Publish();
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
        var isFirst = _parameters is null;
        var isOther = isFirst || JsValue.FromObject(_parameters!) != parameters;
        Change(known => known with
        {
            Failure = null,
            Missing = null,
            RowsAskFor = null,
            SocketAsksFor = null,
            HadRows = known.HadRows && !isOther,
            IsEmptied = isOther ? _link is not null && !isFirst && WidgetParams.AreAllEmpty(parameters) : known.IsEmptied,
        });
        _retry.Reset();
        if (isOther)
        {
            _parameters = parameters;
            _message = WidgetParams.Message(_widget, parameters);
            // Pending frames belong to the previous parameters.
            _inbox.Clear();
        }

        if (_known.IsEmptied)
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
            return await _source.Http.OpenSocketAsync(address, _source.Access, Origin.OfWorkspace, cancellationToken);
        }
        catch (ConsentNeededException needed)
        {
            Change(known => known with { SocketAsksFor = needed.Origin });
            throw;
        }
    }
}
