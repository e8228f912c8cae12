using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Grid;

/// <summary>
/// One row of a grid. The object lives as long as the row: it can be the key of a drawn row even when two rows have the
/// same <see cref="Id"/>.
/// </summary>
public sealed class GridRow
{
    private readonly GridLayout _layout;
    private JsValue[] _values;
    private CellView?[]? _views;
    private CellMark?[]? _marks;

    internal GridRow(GridLayout layout, string id, JsValue[] values, long version)
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
            var members = new List<KeyValuePair<string, JsValue>>(_values.Length);
            for (var i = 0; i < _values.Length; i++)
            {
                if (!_values[i].IsUndefined)
                {
                    members.Add(KeyValuePair.Create(_layout[i].Field, _values[i]));
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
        return _views[columnIndex] ??= CellViewBuilder.Build(_layout, this, _layout.Columns[columnIndex]);
    }

    internal JsValue ValueAt(int slot) => slot < _values.Length ? _values[slot] : default;

    internal CellMark? MarkAt(int columnIndex) => _marks?[columnIndex];

    internal CellMark MarkFor(int columnIndex)
    {
        _marks ??= new CellMark?[_layout.Columns.Count];
        return _marks[columnIndex] ??= new CellMark();
    }

    internal void Set(int slot, in JsValue value)
    {
        if (slot >= _values.Length)
        {
            Array.Resize(ref _values, Math.Max(slot + 1, Math.Min(_layout.SlotCount, slot + 4)));
        }

        _values[slot] = value;
    }

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
