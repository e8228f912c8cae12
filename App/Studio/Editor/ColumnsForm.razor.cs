namespace LiveGridStudio.App.Studio.Editor;

public sealed partial class ColumnsForm : DraftView
{
    /// <summary>One key per entry of <c>columnsDefs</c>. A key moves with its column, so that the focus stays in its row.</summary>
    private readonly List<int> _keys = [];
    private ColumnEdits? _edits;
    private DefinitionDraft? _edited;
    private IReadOnlyList<string> _fields = [];
    private string _newField = "";
    private string _said = "";
    private int _nextKey;
    private int? _dragged;
    private int? _target;

    private ColumnEdits Edits => _edits!;

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        if (!ReferenceEquals(_edited, Draft))
        {
            _edited = Draft;
            _edits = new ColumnEdits(Draft);
            _keys.Clear();
        }

        Look();
    }

    protected override Task ShowAsync()
    {
        Look();
        return base.ShowAsync();
    }

    private void Look()
    {
        var rows = Edits.Rows;
        _fields = [.. rows.Select(static row => row.Field).Distinct(StringComparer.Ordinal)];
        var needed = rows.Count == 0 ? 0 : rows[^1].Index + 1;
        while (_keys.Count < needed)
        {
            _keys.Add(_nextKey++);
        }
    }

    /// <param name="row">The column.</param>
    /// <param name="neighbour">The column whose index it takes.</param>
    /// <param name="place">That index among the columns, from 1.</param>
    private void Move(ColumnRow row, ColumnRow neighbour, int place)
    {
        MoveTo(row.Index, neighbour.Index);
        _said = $"{row.Field} is column {place} now.";
    }

    private void Drop(int index)
    {
        if (_dragged is { } dragged && dragged != index)
        {
            MoveTo(dragged, index);
        }

        EndDrag();
    }

    private void EndDrag() => (_dragged, _target) = (null, null);

    private void MoveTo(int from, int to)
    {
        if (from < _keys.Count && to < _keys.Count)
        {
            var key = _keys[from];
            _keys.RemoveAt(from);
            _keys.Insert(to, key);
        }

        Edits.Move(from, to);
    }

    private void Remove(ColumnRow row)
    {
        _keys.RemoveAt(row.Index);
        Edits.Remove(row.Index);
        _said = $"{row.Field} is removed.";
    }

    private void Add()
    {
        var field = _newField.Trim();
        if (field.Length > 0)
        {
            _newField = "";
            Edits.Add(field);
            _said = $"{field} is added.";
        }
    }
}
