using System.Numerics;
using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.Shared.Quotes;

/// <summary>
/// One reader's symbols. While the reader is behind, only the newest quote of each symbol is pending: memory is bounded by the number of
/// symbols, and the only tick of a quiet symbol is never lost. For one reader at a time.
/// </summary>
public sealed class TickSubscription : IDisposable
{
    private readonly QuoteBook _book;
    private readonly bool _wakeOnTick;

    /// <summary>One bit per symbol of the book, set while a quote is pending.</summary>
    private readonly ulong[] _pending;

    private readonly WakeSignal _signal;

    private int[] _indexes = [];

    /// <summary>The index of this reader among the readers of each of <see cref="_indexes"/>. Used under the book's lock.</summary>
    private int[] _places = [];
    private long _conflated;
    private bool _disposed;

    internal TickSubscription(QuoteBook book, int symbolCount, bool wakeOnTick)
    {
        _book = book;
        _wakeOnTick = wakeOnTick;
        // A tick wakes the reader while the book's lock is held, so the reader must not continue on that thread.
        _signal = new WakeSignal(wakesInline: !wakeOnTick);
        _pending = new ulong[(symbolCount + 63) / 64];
    }

    /// <summary>The subscribed symbols, in the order requested and the book's spelling.</summary>
    public IReadOnlyList<string> Symbols => [.. _indexes.Select(index => _book.Symbols[index])];

    /// <summary>Ticks that were replaced by a newer one of the same symbol before they were read.</summary>
    public long Conflated => Volatile.Read(ref _conflated);

    public bool HasPending
    {
        get
        {
            foreach (ref readonly var word in _pending.AsSpan())
            {
                if (Volatile.Read(in word) != 0)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Subscribes to these symbols instead of the previous ones. Pending quotes of symbols that stay remain pending.</summary>
    /// <returns>Number of given symbols that the book does not know.</returns>
    public int Replace(IEnumerable<string> symbols)
    {
        var unknown = 0;
        var indexes = new List<int>();
        var seen = new HashSet<int>();
        foreach (var symbol in symbols)
        {
            var index = _book.IndexOf(symbol);
            if (index < 0)
            {
                unknown++;
            }
            else if (seen.Add(index))
            {
                indexes.Add(index);
            }
        }

        Move([.. indexes]);
        return unknown;
    }

    /// <summary>Adds to <paramref name="into"/> the newest quote of each symbol that ticked since the last call.</summary>
    /// <returns>Number of added quotes.</returns>
    public int Drain(List<Quote> into)
    {
        var count = into.Count;
        for (var word = 0; word < _pending.Length; word++)
        {
            // Clear the bits before reading the quotes: a tick in between sets its bit again, so at worst a quote is read twice.
            var bits = Interlocked.Exchange(ref _pending[word], 0);
            while (bits != 0)
            {
                into.Add(_book.Latest((word * 64) + BitOperations.TrailingZeroCount(bits)));
                bits &= bits - 1;
            }
        }

        return into.Count - count;
    }

    /// <summary>Waits until there may be something to drain. False once disposed.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken = default) => _signal.WaitAsync(cancellationToken);

    /// <summary>Wakes the reader. If ticks do not wake the subscription, its reader runs within this call, up to its next wait.</summary>
    public void Wake() => _signal.Wake();

    public void Dispose()
    {
        Move(null);
        _signal.End();
    }

    /// <summary>Called by the book, under its lock, after the quote is in place.</summary>
    internal void Offer(int index)
    {
        var bit = 1UL << (index & 63);
        if ((Interlocked.Or(ref _pending[index >> 6], bit) & bit) != 0)
        {
            _conflated++;
            _book.CountConflated();
        }

        if (_wakeOnTick)
        {
            Wake();
        }
    }

    /// <summary>The index of this reader among the readers of one of its symbols.</summary>
    internal int PlaceOf(int index) => _places[_indexes.AsSpan().IndexOf(index)];

    internal void TakePlace(int index, int place) => _places[_indexes.AsSpan().IndexOf(index)] = place;

    /// <summary>Changes the symbols in one step; null removes all of them permanently.</summary>
    private void Move(int[]? next)
    {
        lock (_book.Gate)
        {
            _disposed |= next is null;
            int[] to = _disposed ? [] : next!;
            _places = _book.Move(this, _indexes, to);
            _indexes = to;
            KeepPending(to);
        }
    }

    private void KeepPending(int[] indexes)
    {
        var keep = new ulong[_pending.Length];
        foreach (var index in indexes)
        {
            keep[index >> 6] |= 1UL << (index & 63);
        }

        for (var word = 0; word < keep.Length; word++)
        {
            Interlocked.And(ref _pending[word], keep[word]);
        }
    }
}
