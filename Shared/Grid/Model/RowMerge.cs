using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>
/// Merges the messages of one batch into one row: collects the last value of each field, then compares with the row before the batch and
/// marks the changes. Reuses its buffers for each row.
/// </summary>
internal sealed class RowMerge(GridLayout layout)
{
    private long[] _stamps = [];
    private JsValue[] _next = [];
    private int[] _touched = [];
    private int _touchedCount;
    private long _stamp;

    public void Begin()
    {
        if (_stamps.Length < layout.SlotCount)
        {
            Grow();
        }

        _stamp++;
        _touchedCount = 0;
    }

    public void Add(GridRow row, JsObject message)
    {
        for (var i = 0; i < message.Count; i++)
        {
            var (field, value) = message[i];
            if (layout.Reach(field, row, out var slot) is not null || value.IsUndefined)
            {
                continue;
            }

            if (slot >= _stamps.Length)
            {
                Grow();
            }

            if (_stamps[slot] != _stamp)
            {
                _stamps[slot] = _stamp;
                _touched[_touchedCount++] = slot;
            }

            _next[slot] = layout.Taken(field, value);
        }
    }

    /// <summary>Writes the collected values; true when anything changed.</summary>
    /// <param name="row">The row that all messages since <see cref="Begin"/> were for.</param>
    /// <param name="until">When the marks made here end.</param>
    /// <param name="isMarked">Whether a cell now has a mark that ends then.</param>
    public bool Commit(GridRow row, TimeSpan until, out bool isMarked)
    {
        var changed = 0;
        isMarked = false;
        for (var i = 0; i < _touchedCount; i++)
        {
            var slot = _touched[i];
            var old = row.ValueAt(slot);
            if (!CellChange.IsChange(old, _next[slot]))
            {
                _stamps[slot] = 0;
                continue;
            }

            row.Set(slot, _next[slot]);
            // From here on the buffer holds the previous values, for the colour keys below.
            var next = _next[slot];
            _next[slot] = old;
            _touched[changed++] = slot;
            isMarked |= MarkCell(row, slot, old, next, until);
        }

        for (var i = 0; i < changed; i++)
        {
            KeepKeys(row, _touched[i]);
        }

        if (changed > 0)
        {
            row.Invalidate(layout.DrawnFromAll);
        }

        return changed > 0;
    }

    private bool MarkCell(GridRow row, int slot, in JsValue old, in JsValue next, TimeSpan until)
    {
        var field = layout[slot];
        row.Invalidate(field.Dependents);
        if (field.Flashing is not { } column)
        {
            return false;
        }

        var mark = row.MarkFor(column.Index);
        mark.Change(old, next, until);
        return mark.IsShown;
    }

    /// <summary>Stores the current value of the colour key in each changed cell; cells that have not changed keep the loaded value.</summary>
    private void KeepKeys(GridRow row, int slot)
    {
        var field = layout[slot];
        if (field.IsKeptKey)
        {
            row.KeepLoadedKey(slot, _next[slot]);
        }

        if (field.KeptKey is { } key)
        {
            row.MarkFor(field.Flashing!.Index).KeepKey(row[key]);
        }
    }

    private void Grow()
    {
        var size = Math.Max(layout.SlotCount, 16);
        Array.Resize(ref _stamps, size);
        Array.Resize(ref _next, size);
        Array.Resize(ref _touched, size);
    }
}
