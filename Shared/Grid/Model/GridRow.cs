using System.Runtime.CompilerServices;
using LiveGridStudio.Shared.Grid.Cells;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>
/// One row of a grid. The object lives as long as the row, so it can be the key of a drawn row even when two rows have the same <see
/// cref="Id"/>.
/// </summary>
public sealed class GridRow
{
    /// <summary>The most cell views that are kept of a row: a row may stay visible for long while its columns scroll in and out.</summary>
    private const int MostKept = 200;

    private readonly GridLayout _layout;
    private RowValues _values;
    private CellView?[]? _views;
    private int _kept;
    private CellMark?[]? _marks;

    /// <summary>The colour key values at loading, only of keys that have changed since.</summary>
    private StrongBox<RowValues>? _loadedKeys;

    internal GridRow(GridLayout layout, string id, RowValues values, long version)
    {
        _layout = layout;
        _values = values;
        Id = id;
        Version = version;
    }

    /// <value>The text of its id columns, or <c>#1</c>, <c>#2</c> and so on in a grid without them.</value>
    public string Id { get; }

    /// <value>The grid's version when the row's data or visible state last changed.</value>
    public long Version { get; internal set; }

    /// <value>The row as one object; created at each call.</value>
    public JsObject Data
    {
        get
        {
            var end = _values.End;
            var members = new List<KeyValuePair<string, JsValue>>(end);
            for (var i = 0; i < end; i++)
            {
                var value = _values[i];
                if (!value.IsUndefined)
                {
                    members.Add(KeyValuePair.Create(_layout[i].Field, value));
                }
            }

            return JsObject.FromDistinct([.. members]);
        }
    }

    internal bool IsRemoved { get; set; }

    /// <summary>First and last message of the current batch for this row, as indexes in the model's list; -1 for none.</summary>
    internal int FirstPending { get; set; } = -1;

    internal int LastPending { get; set; } = -1;

    /// <summary>The value of a field; undefined when the row does not have it.</summary>
    public JsValue this[string field] => _layout.SlotOf(field) is >= 0 and var slot ? ValueAt(slot) : default;

    /// <summary>The view of a cell; created on first use and kept until the cell changes.</summary>
    public CellView Cell(GridColumn column) => Cell(column.Index);

    /// <param name="columnIndex">Index in the columns of the load that the row belongs to.</param>
    public CellView Cell(int columnIndex)
    {
        _views ??= new CellView?[_layout.Columns.Count];
        if (_views[columnIndex] is { } known)
        {
            return known;
        }

        if (++_kept > MostKept)
        {
            Array.Clear(_views);
            _kept = 1;
        }

        return _views[columnIndex] = CellViewBuilder.Build(_layout, this, _layout.Columns[columnIndex]);
    }

    /// <summary>The hover card of a cell; null for none. Created at each call.</summary>
    public CellHoverCard? HoverCard(GridColumn column) => CellViewBuilder.HoverCardOf(this, column);

    /// <summary>The action of a click on a cell; null for none. Created at each call.</summary>
    public CellClick? Click(GridColumn column) => CellViewBuilder.ClickOf(this, column);

    /// <summary>Discards the cell views when the row is no longer visible; they are created again on demand.</summary>
    internal void Forget() => (_views, _kept) = (null, 0);

    /// <summary>The view of a cell without its sparkline, not kept: for walks over all cells of a grid, of which a page shows few.</summary>
    internal CellView Look(GridColumn column) =>
        _views?[column.Index] ?? CellViewBuilder.Build(_layout, this, column, hasExtras: false);

    internal JsValue ValueAt(int slot) => _values[slot];

    /// <summary>The colour key's value for a cell that has not changed yet.</summary>
    internal JsValue LoadedKey(string field)
    {
        var slot = _layout.SlotOf(field);
        return slot < 0 ? default
            : _loadedKeys is { } keys && keys.Value[slot] is { IsUndefined: false } loaded ? loaded
            : ValueAt(slot);
    }

    /// <summary>Stores the loaded value of a colour key when the key first changes.</summary>
    internal void KeepLoadedKey(int slot, in JsValue old)
    {
        _loadedKeys ??= new StrongBox<RowValues>(RowValues.Of([], _layout.SlotCount, nulls: 0));
        if (_loadedKeys.Value[slot].IsUndefined)
        {
            _loadedKeys.Value.Set(slot, old, _layout.SlotCount);
        }
    }

    internal CellMark? MarkAt(int columnIndex) => _marks?[columnIndex];

    internal CellMark MarkFor(int columnIndex)
    {
        _marks ??= new CellMark?[_layout.Columns.Count];
        return _marks[columnIndex] ??= new CellMark();
    }

    internal void Set(int slot, in JsValue value) => _values.Set(slot, value, _layout.SlotCount);

    internal void Invalidate(int[] columns)
    {
        if (_views is { } views)
        {
            foreach (var column in columns)
            {
                views[column] = null;
            }
        }
    }

    /// <summary>Whether one of its marks ends at or before a time.</summary>
    internal bool HasMarkDueBy(TimeSpan time)
    {
        foreach (var mark in _marks ?? [])
        {
            if (mark is { IsShown: true } && mark.Until <= time)
            {
                return true;
            }
        }

        return false;
    }

    internal bool ExpireMarks(TimeSpan now)
    {
        var isChanged = false;
        for (var i = 0; i < (_marks?.Length ?? 0); i++)
        {
            if (_marks![i]?.Expire(now) == true)
            {
                isChanged = true;
                if (_views is { } views)
                {
                    views[i] = null;
                }
            }
        }

        return isChanged;
    }
}
