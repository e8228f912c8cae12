using System.Runtime.CompilerServices;
using LiveGridStudio.Shared.Grid.Cells;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>
/// One row of a grid. The object lives as long as the row: it can be the key of a drawn row even when two rows have the
/// same <see cref="Id"/>.
/// </summary>
public sealed class GridRow
{
    /// <summary>Of a row that is long in sight, and whose columns come and go, no more views are kept.</summary>
    private const int MostKept = 200;

    private readonly GridLayout _layout;
    private RowValues _values;
    private CellView?[]? _views;
    private int _kept;
    private CellMark?[]? _marks;

    /// <summary>What colour keys were when the row was loaded; only those that have changed since.</summary>
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

    /// <value>The grid's version when the row last changed, in its data or in what is seen of it.</value>
    public long Version { get; internal set; }

    /// <value>The row as one object; made anew at each call.</value>
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

    /// <summary>First and last message of the running batch for this row, as places in the model's list; -1 for none.</summary>
    internal int FirstPending { get; set; } = -1;

    internal int LastPending { get; set; } = -1;

    /// <summary>The value of a field; undefined when the row does not have it.</summary>
    public JsValue this[string field] => _layout.SlotOf(field) is >= 0 and var slot ? ValueAt(slot) : default;

    /// <summary>What is seen of a cell; made when it is first asked for and kept until the cell changes.</summary>
    public CellView Cell(GridColumn column) => Cell(column.Index);

    /// <param name="columnIndex">Place in the columns of the load that the row belongs to.</param>
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

    /// <summary>The card that the pointer opens on a cell; null for none. Made at each call.</summary>
    public CellHoverCard? HoverCard(GridColumn column) => CellViewBuilder.HoverCardOf(this, column);

    /// <summary>What a click on a cell does; null for nothing. Made at each call.</summary>
    public CellClick? Click(GridColumn column) => CellViewBuilder.ClickOf(this, column);

    /// <summary>The row is out of sight: what was seen of its cells is made anew when it is back.</summary>
    internal void Forget() => (_views, _kept) = (null, 0);

    /// <summary>
    /// What is seen of a cell without its sparkline, and not kept: for those who walk over all cells of a grid, of which a
    /// page shows few.
    /// </summary>
    internal CellView Look(GridColumn column) =>
        _views?[column.Index] ?? CellViewBuilder.Build(_layout, this, column, hasExtras: false);

    internal JsValue ValueAt(int slot) => _values[slot];

    /// <summary>The value by which a cell that has not changed yet is coloured.</summary>
    internal JsValue LoadedKey(string field)
    {
        var slot = _layout.SlotOf(field);
        return slot < 0 ? default
            : _loadedKeys is { } keys && keys.Value[slot] is { IsUndefined: false } loaded ? loaded
            : ValueAt(slot);
    }

    /// <summary>Keeps a colour key's value as it was loaded, when it changes for the first time.</summary>
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

    /// <summary>Whether one of its marks ends by then.</summary>
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
