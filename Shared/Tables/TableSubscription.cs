namespace LiveGridStudio.Shared.Tables;

/// <summary>
/// What one reader wants of a table. While the reader is behind, only the newest state of each row waits for it: memory is bounded by the
/// rows, and the only change of a quiet row is never lost. Of a table that appends the newest rows wait, as many as the table keeps. One
/// reader at a time.
/// </summary>
public sealed class TableSubscription : IDisposable
{
    private readonly LiveTable _table;
    private readonly bool _wakeOnChange;
    private readonly WakeSignal _signal;
    private readonly PendingRows? _pending;
    private readonly List<int> _slots = [];

    /// <summary>The next row of a table that appends.</summary>
    private long _next;
    private long _conflated;
    private int _hasAppended;
    private bool _isDisposed;

    /// <summary>Whether what waits must be looked at once more: it may wait since before the selection was another one.</summary>
    private volatile bool _mustLook;

    internal TableSubscription(LiveTable table, bool wakeOnChange)
    {
        _table = table;
        _wakeOnChange = wakeOnChange;
        // A change wakes under the lock of the table, where no reader may run.
        _signal = new WakeSignal(wakesInline: !wakeOnChange);
        _pending = table.IsAppending ? null : new PendingRows(table.Options.MaxRows);
    }

    /// <value>Which rows; null when none are wanted, as before the first message of a client.</value>
    public TableSelection? Wanted { get; private set; }

    /// <summary>Changes that a newer one of the same row replaced before they were read, or rows that were no longer kept.</summary>
    public long Conflated => Volatile.Read(ref _conflated);

    public bool HasPending => _pending?.Any ?? Volatile.Read(ref _hasAppended) != 0;

    internal TableSelection Selection => Wanted ?? TableSelection.All;

    internal TableReaders.Seat[] Seats { get; set; } = [];

    /// <summary>Wants these rows instead of the ones before; null wants none. What waits of a row that stays goes on waiting.</summary>
    public void Replace(TableSelection? selection)
    {
        lock (_table.Gate)
        {
            _table.Readers.Leave(this);
            var (wasReading, before) = (Wanted is not null, Wanted?.Width ?? 0);
            Wanted = _isDisposed ? null : selection;
            _mustLook = HasPending || Wanted is not { IsForGood: true };
            if (Wanted is not null)
            {
                if (!wasReading)
                {
                    _next = _table.NextSequence;
                }

                _table.Readers.Join(this);
            }

            _table.CountReader((Wanted is null ? 0 : 1) - (wasReading ? 1 : 0), (Wanted?.Width ?? 0) - before);
        }
    }

    /// <summary>Adds the newest state of each wanted row that changed since the last call to <paramref name="into"/>.</summary>
    /// <returns>How many were added.</returns>
    public int Drain(List<TableRow> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        var count = into.Count;
        var selection = Wanted;
        if (_pending is null)
        {
            DrainAppended(into, selection);
            return into.Count - count;
        }

        var looks = _mustLook || _table.HasReusedSlots;
        _mustLook = selection is not { IsForGood: true };
        _slots.Clear();
        _pending.Take(_slots);
        foreach (var slot in _slots)
        {
            // A row may have been taken out meanwhile, or not be wanted any more.
            if (selection is not null && _table.RowAt(slot) is { } row && (!looks || selection.Matches(row.Values)))
            {
                into.Add(row);
            }
        }

        return into.Count - count;
    }

    /// <summary>Waits until there may be something to drain. False once disposed.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken = default) => _signal.WaitAsync(cancellationToken);

    /// <summary>
    /// Wakes the reader. A subscription that is not woken by changes goes on with its reader within this call, up to where the reader waits
    /// next.
    /// </summary>
    public void Wake() => _signal.Wake();

    public void Dispose()
    {
        lock (_table.Gate)
        {
            _isDisposed = true;
        }

        Replace(null);
        _signal.End();
    }

    /// <summary>Called by the table, under its lock, after the row is in place.</summary>
    internal void Offer(TableRow row)
    {
        if (_pending is null)
        {
            Volatile.Write(ref _hasAppended, 1);
        }
        else if (!_pending.Add(row.Slot))
        {
            _conflated++;
            _table.CountConflated();
        }

        if (_wakeOnChange)
        {
            Wake();
        }
    }

    private void DrainAppended(List<TableRow> into, TableSelection? selection)
    {
        Interlocked.Exchange(ref _hasAppended, 0);
        lock (_table.Gate)
        {
            var oldest = _table.NextSequence - _table.Count;
            if (_next < oldest)
            {
                _conflated += oldest - _next;
                _next = oldest;
            }

            for (; _next < _table.NextSequence; _next++)
            {
                if (selection is not null && _table.AppendedAt(_next) is { } row && selection.Matches(row.Values))
                {
                    into.Add(row);
                }
            }
        }
    }
}
