using System.Diagnostics.CodeAnalysis;
using LiveGridStudio.Shared.Json;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.Shared.Quotes;

/// <summary>
/// The latest quote of every symbol. Publishing marks the symbol in each subscription that wants it and never waits; readers get quotes
/// without a lock. Thread-safe.
/// </summary>
public sealed class QuoteBook
{
    private readonly Lock _gate = new();
    private readonly IQuoteProjection _projection;
    private readonly TimeProvider _timeProvider;
    private readonly string[] _symbols;
    private readonly Dictionary<string, int> _index;
    private readonly Quote[] _latest;
    /// <summary>
    /// The readers of each symbol, in no order. Each reader stores its index here, so that it can be removed without a search among
    /// thousands.
    /// </summary>
    private readonly List<TickSubscription>[] _readers;
    private long _version;
    private int _subscriptionCount;
    private long _readerTotal;
    private long _conflated;

    public QuoteBook(IOptions<TickOptions> options, IQuoteProjection projection, TimeProvider timeProvider)
    {
        _projection = projection;
        _timeProvider = timeProvider;
        var symbols = options.Value.Symbols;
        _symbols = [.. symbols.Select(static symbol => symbol.Symbol)];
        _index = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        _latest = new Quote[symbols.Count];
        _readers = new List<TickSubscription>[symbols.Count];
        var now = timeProvider.GetUtcNow();
        for (var i = 0; i < symbols.Count; i++)
        {
            _index[symbols[i].Symbol] = i;
            _readers[i] = [];
            _latest[i] = Project(new Quote
            {
                Symbol = symbols[i].Symbol,
                Price = symbols[i].Price,
                PreviousClose = symbols[i].PreviousClose ?? symbols[i].Price,
                Volume = symbols[i].Volume,
                SharesOutstanding = symbols[i].SharesOutstanding,
                ObservedAt = now,
            });
        }
    }

    /// <summary>All symbols, in the order and spelling of the settings.</summary>
    public IReadOnlyList<string> Symbols => _symbols;

    /// <value>The clock of <see cref="Quote.ObservedAt"/>.</value>
    internal TimeProvider TimeProvider => _timeProvider;

    /// <summary>Number of open subscriptions with at least one symbol.</summary>
    public int SubscriptionCount => Volatile.Read(ref _subscriptionCount);

    /// <summary>Number of subscribed symbols, summed over the subscriptions.</summary>
    public long ReaderTotal => Volatile.Read(ref _readerTotal);

    /// <summary><see cref="TickSubscription.Conflated"/>, summed over all subscriptions so far.</summary>
    public long ConflatedCount => Volatile.Read(ref _conflated);

    /// <summary>Number of subscriptions to a symbol.</summary>
    public int ReaderCount(string symbol)
    {
        var index = IndexOf(symbol);
        lock (_gate)
        {
            return index < 0 ? 0 : _readers[index].Count;
        }
    }

    /// <summary>The latest quote of a symbol; case is ignored.</summary>
    public bool TryGet(string symbol, [NotNullWhen(true)] out Quote? quote)
    {
        quote = _index.TryGetValue(symbol, out var index) ? Latest(index) : null;
        return quote is not null;
    }

    /// <summary>Applies a tick. False when the symbol is not in the book.</summary>
    public bool Publish(in Tick tick)
    {
        if (!_index.TryGetValue(tick.Symbol, out var index))
        {
            return false;
        }

        // All quotes of a symbol share what a tick does not change, so the row can be written outside the lock.
        var quote = Project(Latest(index) with
        {
            Price = tick.Price,
            Volume = tick.Volume,
            ObservedAt = tick.ObservedAt,
            Timestamp = _timeProvider.GetTimestamp(),
        });
        lock (_gate)
        {
            quote.Version = ++_version;
            Volatile.Write(ref _latest[index], quote);
            foreach (var reader in _readers[index])
            {
                reader.Offer(index);
            }
        }

        return true;
    }

    /// <summary>Creates a subscription to the given symbols; unknown ones are left out.</summary>
    /// <param name="symbols">The symbols, in any case; repeated ones count once.</param>
    /// <param name="wakeOnTick">
    /// True wakes <see cref="TickSubscription.WaitAsync"/> at each tick; false only through <see cref="TickSubscription.Wake"/>.
    /// </param>
    public TickSubscription Subscribe(IEnumerable<string> symbols, bool wakeOnTick = true)
    {
        var subscription = new TickSubscription(this, _symbols.Length, wakeOnTick);
        subscription.Replace(symbols);
        return subscription;
    }

    internal Quote Latest(int index) => Volatile.Read(ref _latest[index]);

    internal int IndexOf(string symbol) => _index.GetValueOrDefault(symbol, -1);

    /// <summary>Held while quotes are published and while readers change their symbols; never while anyone waits.</summary>
    internal Lock Gate => _gate;

    /// <summary>Moves a reader from one set of symbols to another. The caller holds <see cref="Gate"/>.</summary>
    /// <returns>Its index among the readers of each new symbol.</returns>
    internal int[] Move(TickSubscription subscription, int[] from, int[] to)
    {
        foreach (var index in from.Except(to))
        {
            Leave(index, subscription.PlaceOf(index));
        }

        var places = new int[to.Length];
        for (var i = 0; i < to.Length; i++)
        {
            if (from.AsSpan().Contains(to[i]))
            {
                places[i] = subscription.PlaceOf(to[i]);
            }
            else
            {
                places[i] = _readers[to[i]].Count;
                _readers[to[i]].Add(subscription);
            }
        }

        _subscriptionCount += Math.Sign(to.Length) - Math.Sign(from.Length);
        _readerTotal += to.Length - from.Length;
        return places;
    }

    /// <summary>Moves the last reader to the place of the one that leaves.</summary>
    private void Leave(int index, int place)
    {
        var readers = _readers[index];
        var last = readers[^1];
        readers[place] = last;
        last.TakePlace(index, place);
        readers.RemoveAt(readers.Count - 1);
    }

    /// <summary>Counts a tick that a reader will not see. The caller holds <see cref="Gate"/>.</summary>
    internal void CountConflated() => _conflated++;

    private Quote Project(Quote quote)
    {
        var message = _projection.ToMessage(quote);
        quote.Message = message;
        quote.MessageUtf8 = System.Text.Encoding.UTF8.GetBytes(JsonText.Stringify(message));
        return quote;
    }
}
