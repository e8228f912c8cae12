using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Feeds;

/// <summary>The feed of this host's own live grid, directly from the <see cref="QuoteBook"/> that the WebSocket reads too.</summary>
/// <param name="book">The quotes.</param>
/// <param name="isLive">False for a widget without a socket: rows, but no changes.</param>
public sealed class LocalWidgetFeed(QuoteBook book, bool isLive = true) : IWidgetFeed
{
    /// <summary>The <c>endpoint</c> of widgets that this feed can show; the host serves it at this address.</summary>
    public const string Endpoint = "live_grid_data";

    /// <summary>The <c>wsEndpoint</c> of the same widgets.</summary>
    public const string WsEndpoint = "live_grid_ws";

    private readonly TickSubscription _subscription = book.Subscribe([]);
    private readonly List<Quote> _quotes = [];
    private readonly Lock _publishing = new();

    /// <summary>The snapshot already contains the ticks up to these versions.</summary>
    private Dictionary<string, long> _seen = [];
    private JsObject _parameters = JsObject.Empty;
    private volatile FeedStatus _status = FeedStatus.Connecting;

    /// <value>
    /// Never asks for a new snapshot: the book is in this process, and what is pending for a symbol is always its newest quote. The
    /// counters are those of the last <see cref="Drain"/> or opening.
    /// </value>
    public FeedStatus Status => _status;

    public Task<JsValue> OpenAsync(JsObject parameters, CancellationToken cancellationToken)
    {
        _parameters = parameters;
        var texts = Texts(parameters["symbol"]);
        _subscription.Replace(isLive ? SymbolList.Split(texts) : []);
        var query = QuoteQuery.Resolve(book, texts);
        if (query.Problem is { } problem)
        {
            _subscription.Replace([]);
            Become(FeedState.Failed, problem);
            throw new FeedException(problem);
        }

        _seen = query.Quotes.ToDictionary(static quote => quote.Symbol, static quote => quote.Version);
        Become(isLive ? FeedState.Live : FeedState.Snapshot);
        return Task.FromResult(query.ToPayload());
    }

    public Task<JsValue> ReopenAsync(CancellationToken cancellationToken) => OpenAsync(_parameters, cancellationToken);

    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _subscription.WaitAsync(cancellationToken);

    public void Drain(List<FeedFrame> into)
    {
        _quotes.Clear();
        _subscription.Drain(_quotes);
        _quotes.RemoveAll(quote => quote.Version <= _seen.GetValueOrDefault(quote.Symbol));
        if (_quotes.Count == 0)
        {
            return;
        }

        into.Add(new FeedFrame(_quotes.Count == 1
            ? _quotes[0].Message
            : JsValue.FromList([.. _quotes.Select(static quote => (JsValue)quote.Message)])));
        lock (_publishing)
        {
            var (frames, rows, _) = _status.Counters;
            _status = _status with
            {
                Counters = new FeedCounters(frames + 1, rows + _quotes.Count, _subscription.Conflated) { LastFrameAt = book.TimeProvider.GetUtcNow() },
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
            var since = state == _status.State ? _status.Since : book.TimeProvider.GetUtcNow();
            _status = new FeedStatus(state, reason) { Since = since, Counters = _status.Counters };
        }
    }

    private static IReadOnlyList<string?> Texts(JsValue symbol) =>
        symbol.IsList ? [.. symbol.List.Select(static item => item.Text)] : [symbol.Text];
}
