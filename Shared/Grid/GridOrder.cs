namespace LiveGridStudio.Shared.Grid;

/// <summary>
/// The rows of a model as a reader wants them: sorted by a column, narrowed by a filter. Follows the values as they change;
/// rows that compare equal keep the model's order.
/// </summary>
public sealed class GridOrder
{
    private const int LongestFilter = 200;

    private readonly List<GridRow> _rows = [];
    private readonly List<(GridRow Row, Json.JsValue Value, int Index)> _keys = [];
    private string[] _words = [];
    private GridModel? _model;
    private long _version = -1;

    /// <value>Null in the model's own order.</value>
    public GridSort? Sort { get; private set; }

    /// <value>Words that a row's visible texts must all contain, whatever their case.</value>
    public string Filter { get; private set; } = "";

    public bool IsFiltered => _words.Length > 0;

    /// <summary>Ascending, then descending, then the model's own order again. Another column starts anew.</summary>
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
            (_model, _version) = (model, model.Version);
            Collect(model);
        }

        return _rows;
    }

    private void Collect(GridModel model)
    {
        _rows.Clear();
        _keys.Clear();
        for (var i = 0; i < model.Rows.Count; i++)
        {
            var row = model.Rows[i];
            if (Matches(model, row))
            {
                _keys.Add((row, Sort is { } sort ? row[sort.Field] : default, i));
            }
        }

        if (Sort is { } order)
        {
            var sign = order.IsDescending ? -1 : 1;
            _keys.Sort((left, right) =>
            {
                var byValue = sign * ValueOrder.Compare(left.Value, right.Value);
                return byValue != 0 ? byValue : left.Index.CompareTo(right.Index);
            });
        }

        foreach (var (row, _, _) in _keys)
        {
            _rows.Add(row);
        }
    }

    private bool Matches(GridModel model, GridRow row)
    {
        foreach (var word in _words)
        {
            var isFound = false;
            for (var i = 0; i < model.Columns.Count && !isFound; i++)
            {
                isFound = !model.Columns[i].Hide
                    && row.Cell(model.Columns[i]).Text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;
            }

            if (!isFound)
            {
                return false;
            }
        }

        return true;
    }
}
