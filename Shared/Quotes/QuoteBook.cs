using System.Diagnostics.CodeAnalysis;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.Shared.Quotes;

/// <summary>
/// The first live table: the latest quote of every symbol. A tick becomes a quote, and the quote a row of <see cref="Table"/>, which the
/// wire and the page read. Safe for any thread.
/// </summary>
public sealed class QuoteBook : ITableQuery
{
    /// <summary>The column that tells rows apart, and the parameter that selects them.</summary>
    public const string SymbolColumn = "symbol";

    /// <summary>The path of the rows.</summary>
    public const string Endpoint = "live_grid_data";

    /// <summary>The path of the socket.</summary>
    public const string WsEndpoint = "live_grid_ws";

    private readonly IQuoteProjection _projection;
    private readonly TimeProvider _timeProvider;
    private readonly string[] _symbols;
    private readonly Dictionary<string, int> _index;
    private readonly Quote[] _latest;

    public QuoteBook(IOptions<TickOptions> options, IQuoteProjection projection, TimeProvider timeProvider)
    {
        _projection = projection;
        _timeProvider = timeProvider;
        var symbols = options.Value.Symbols;
        _symbols = [.. symbols.Select(static symbol => symbol.Symbol)];
        _index = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        _latest = new Quote[symbols.Count];
        Table = new LiveTable("quotes", Shape(symbols.Count), timeProvider);
        var now = timeProvider.GetUtcNow();
        for (var i = 0; i < symbols.Count; i++)
        {
            _index[symbols[i].Symbol] = i;
            _latest[i] = new Quote
            {
                Symbol = symbols[i].Symbol,
                Price = symbols[i].Price,
                PreviousClose = symbols[i].PreviousClose ?? symbols[i].Price,
                Volume = symbols[i].Volume,
                SharesOutstanding = symbols[i].SharesOutstanding,
                ObservedAt = now,
            };
            Table.Write(_projection.ToRow(_latest[i]));
        }
    }

    /// <summary>The rows, one a symbol, in the order of <see cref="Symbols"/>.</summary>
    public LiveTable Table { get; }

    /// <summary>All symbols, in the order and the spelling of the settings.</summary>
    public IReadOnlyList<string> Symbols => _symbols;

    /// <value>The clock of <see cref="Quote.ObservedAt"/>.</value>
    internal TimeProvider TimeProvider => _timeProvider;

    /// <summary>The latest quote of a symbol, whatever the case of its letters.</summary>
    public bool TryGet(string symbol, [NotNullWhen(true)] out Quote? quote)
    {
        quote = _index.TryGetValue(symbol, out var index) ? Volatile.Read(ref _latest[index]) : null;
        return quote is not null;
    }

    /// <summary>Applies a tick. False when the symbol is not in the book.</summary>
    public bool Publish(in Tick tick)
    {
        if (Take(tick) is not { } row)
        {
            return false;
        }

        Table.Write(row);
        return true;
    }

    /// <summary>The row that a tick makes; null when the symbol is not in the book. The caller writes it.</summary>
    internal JsObject? Take(in Tick tick)
    {
        if (!_index.TryGetValue(tick.Symbol, out var index))
        {
            return null;
        }

        var quote = Volatile.Read(ref _latest[index]) with { Price = tick.Price, Volume = tick.Volume, ObservedAt = tick.ObservedAt };
        Volatile.Write(ref _latest[index], quote);
        return _projection.ToRow(quote);
    }

    /// <summary>Creates a subscription to the given symbols; unknown ones are left out.</summary>
    /// <param name="symbols">The symbols, in any case; repeated ones count once.</param>
    /// <param name="wakeOnTick">
    /// True wakes <see cref="TableSubscription.WaitAsync"/> at each tick; false leaves it to <see cref="TableSubscription.Wake"/>.
    /// </param>
    public TableSubscription Subscribe(IEnumerable<string> symbols, bool wakeOnTick = true)
    {
        var subscription = Table.Subscribe(wakeOnTick);
        subscription.Replace(Select(symbols, out _));
        return subscription;
    }

    /// <summary>The rows of some symbols, in the order asked.</summary>
    /// <param name="symbols">Any case; repeats count once.</param>
    /// <param name="unknown">How many of them the book does not know; those are left out.</param>
    /// <returns>Null when no symbol is left.</returns>
    public TableSelection? Select(IEnumerable<string> symbols, out int unknown)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        unknown = 0;
        var known = new List<string>();
        var seen = new HashSet<int>();
        foreach (var symbol in symbols)
        {
            if (!_index.TryGetValue(symbol, out var index))
            {
                unknown++;
            }
            else if (seen.Add(index))
            {
                known.Add(_symbols[index]);
            }
        }

        return known.Count == 0 ? null : TableSelection.Of(Table, SymbolColumn, known);
    }

    /// <summary>Every symbol asked for must be known.</summary>
    TableSelection? ITableQuery.Select(JsObject parameters, out string? problem)
    {
        var symbols = Texts(parameters[SymbolColumn]);
        problem = QuoteQuery.Resolve(this, symbols).Problem;
        return problem is null ? Select(SymbolList.Split(symbols), out _) : null;
    }

    /// <summary>The known ones of the symbols are subscribed to.</summary>
    TableSelection? ITableQuery.Subscribe(JsObject parameters, out string? problem)
    {
        var symbols = SymbolList.Split(Texts(parameters[SymbolColumn]));
        problem = symbols.Count == 0 ? "no text or list of texts in params.symbol" : null;
        return Select(symbols, out _);
    }

    private static IReadOnlyList<string?> Texts(JsValue symbol) =>
        symbol.IsList ? [.. symbol.List.Select(static item => item.Text)] : [symbol.Text];

    private static TableOptions Shape(int symbols)
    {
        var shape = new TableOptions { Endpoint = Endpoint, WsEndpoint = WsEndpoint, MaxRows = Math.Max(1, symbols) };
        shape.Key.Add(SymbolColumn);
        shape.Required.Add(SymbolColumn);
        shape.SnapshotOnly.AddRange(["date", "market_cap"]);
        return shape;
    }
}
