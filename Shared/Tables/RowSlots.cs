namespace LiveGridStudio.Shared.Tables;

/// <summary>
/// The rows of a table by slot, in pages, so that readers need no lock while the table grows. Written under the lock of the table; read by
/// anyone.
/// </summary>
/// <param name="capacity">Rows at most.</param>
/// <param name="isAppending">Whether a row that is too many takes the slot of the oldest one.</param>
internal sealed class RowSlots(int capacity, bool isAppending)
{
    private const int SlotsOfPage = 4096;

    private readonly TableRow?[]?[] _pages = new TableRow?[]?[(capacity + SlotsOfPage - 1) / SlotsOfPage];
    private readonly Stack<int> _free = [];
    private volatile int _used;
    private volatile bool _isReordered;
    private int _count;

    /// <value>Rows that are there.</value>
    public int Count => Volatile.Read(ref _count);

    /// <value>Slots that have or had a row: readers of all rows look as far as this.</value>
    public int Used => _used;

    /// <value>Whether the order of slots is no longer the order in which rows came: the slot of a row may have another one by now.</value>
    public bool IsReordered => _isReordered;

    /// <summary>The newest state of the row in a slot; null when there is none.</summary>
    public TableRow? At(int slot) =>
        Volatile.Read(ref _pages[slot / SlotsOfPage]) is { } page ? Volatile.Read(ref page[slot % SlotsOfPage]) : null;

    /// <summary>The slot of the row with this sequence, in a table that appends.</summary>
    public TableRow? BySequence(long sequence) => At((int)(sequence % capacity));

    /// <summary>A slot for a new row. Until the row is put there, readers find none.</summary>
    public int Take(long sequence)
    {
        if (isAppending)
        {
            _isReordered |= sequence >= capacity;
            _used = Math.Min(capacity, _used + 1);
            _count = _used;
            return (int)(sequence % capacity);
        }

        _count++;
        if (_free.TryPop(out var free))
        {
            _isReordered = true;
            return free;
        }

        return _used++;
    }

    /// <summary>At least so many slots have rows, in a table that appends.</summary>
    public void Reach(int count)
    {
        _used = Math.Max(_used, count);
        _count = _used;
    }

    public void Put(TableRow row)
    {
        ref var page = ref _pages[row.Slot / SlotsOfPage];
        if (page is null)
        {
            Volatile.Write(ref page, new TableRow?[SlotsOfPage]);
        }

        Volatile.Write(ref page[row.Slot % SlotsOfPage], row);
    }

    /// <summary>Gives the slot of a row back.</summary>
    public void Clear(TableRow row)
    {
        Volatile.Write(ref _pages[row.Slot / SlotsOfPage]![row.Slot % SlotsOfPage], null);
        _free.Push(row.Slot);
        _count--;
    }
}
