using LiveGridStudio.Shared.Grid.Cells;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Grid.View;

/// <summary>
/// The rows of a model in the user's order: sorted by a column and filtered. It follows changing values; rows that compare equal keep the
/// model's order.
/// </summary>
public sealed class GridOrder
{
    private const int LongestFilter = 200;

    private readonly List<GridRow> _rows = [];
    private readonly List<Key> _changed = [];
    private List<Key> _keys = [];
    private List<Key> _merged = [];
    private string[] _words = [];
    private GridModel? _model;

    /// <summary>The model's version for which <see cref="_keys"/> is valid; -1 after a change of sort or filter.</summary>
    private long _version = -1;
    private long _rowSet;

    /// <value>The sort; null for the model's own order.</value>
    public GridSort? Sort { get; private set; }

    /// <value>Words that must all occur in a row's visible texts, in any case.</value>
    public string Filter { get; private set; } = "";

    public bool IsFiltered => _words.Length > 0;

    /// <summary>Cycles through ascending, descending and the model's own order. Another column starts at ascending.</summary>
    public void ToggleSort(string field)
    {
        Sort = Sort is not { } sort || sort.Field != field ? new GridSort(field, IsDescending: false)
            : sort.IsDescending ? null
            : sort with { IsDescending = true };
        _version = -1;
    }

    public void SetFilter(string? text)
    {
        Filter = text is { Length: > LongestFilter } ? text[..LongestFilter] : text ?? "";
        _words = Filter.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        _version = -1;
    }

    /// <summary>The rows in order. The list is valid until the next call.</summary>
    public IReadOnlyList<GridRow> Arrange(GridModel model)
    {
        if (Sort is null && !IsFiltered)
        {
            return model.Rows;
        }

        if (_version != model.Version || !ReferenceEquals(_model, model))
        {
            Follow(model);
        }

        return _rows;
    }

    /// <summary>
    /// Updates the order. Only rows that changed since are tested and sorted; the others are in order already, and both lists are merged,
    /// because a batch changes few of many rows.
    /// </summary>
    private void Follow(GridModel model)
    {
        var isAnew = _version < 0 || !ReferenceEquals(_model, model) || _rowSet != model.RowSet;
        var since = isAnew ? -1 : _version;
        (_model, _version, _rowSet) = (model, model.Version, model.RowSet);
        _changed.Clear();
        for (var i = 0; i < model.Rows.Count; i++)
        {
            var row = model.Rows[i];
            if (row.Version > since && Matches(model, row))
            {
                _changed.Add(new Key(row, Sort is { } sort ? row[sort.Field] : default, i));
            }
        }

        var sign = Sort?.IsDescending == true ? -1 : 1;
        _changed.Sort((left, right) => Compare(left, right, sign));
        if (isAnew)
        {
            _keys.Clear();
        }

        Merge(since, sign);
        _rows.Clear();
        foreach (var key in _keys)
        {
            _rows.Add(key.Row);
        }
    }

    private void Merge(long since, int sign)
    {
        _merged.Clear();
        var next = 0;
        foreach (var key in _keys)
        {
            if (key.Row.Version > since)
            {
                continue;
            }

            while (next < _changed.Count && Compare(_changed[next], key, sign) < 0)
            {
                _merged.Add(_changed[next++]);
            }

            _merged.Add(key);
        }

        for (; next < _changed.Count; next++)
        {
            _merged.Add(_changed[next]);
        }

        (_keys, _merged) = (_merged, _keys);
    }

    private static int Compare(in Key left, in Key right, int sign)
    {
        var byValue = sign * ValueOrder.Compare(left.Value, right.Value);
        return byValue != 0 ? byValue : left.Index.CompareTo(right.Index);
    }

    private bool Matches(GridModel model, GridRow row)
    {
        foreach (var word in _words)
        {
            var isFound = false;
            for (var i = 0; i < model.Columns.Count && !isFound; i++)
            {
                isFound = !model.Columns[i].Hide
                    && row.Look(model.Columns[i]).Text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;
            }

            if (!isFound)
            {
                return false;
            }
        }

        return true;
    }

    /// <param name="Row">The row.</param>
    /// <param name="Value">The value it is sorted by.</param>
    /// <param name="Index">Its index in the model.</param>
    private readonly record struct Key(GridRow Row, JsValue Value, int Index);
}

/// <summary>A grid ordered by one column.</summary>
/// <param name="Field">The column.</param>
/// <param name="IsDescending">False sorts the smallest first.</param>
public readonly record struct GridSort(string Field, bool IsDescending);
