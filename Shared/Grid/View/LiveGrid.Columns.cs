namespace LiveGridStudio.Shared.Grid.View;

/// <content>Decides which columns are in the page, and keeps a stand-in for the active cell while it is not.</content>
public sealed partial class LiveGrid
{
    private ShownColumns _columns = ShownColumns.None;
    private IReadOnlyList<ShownColumn> _drawn = [];
    private ColumnWindow _columnWindow;
    private ColumnView _view = ColumnView.Unmeasured;
    private string _style = "";

    private void Arrange()
    {
        _columns = ShownColumns.Arrange(Model.Columns, _widths, _view.Width);
        Draw(_columns.WindowFor(_view, default));
        if (_active.Column >= _columns.Count)
        {
            _active = ActiveCell.None;
        }
    }

    /// <summary>Takes the page's report that other columns are in view, or that the width has changed.</summary>
    /// <returns>Whether the set of columns in the page has to change.</returns>
    private bool See(ColumnView view)
    {
        _view = view;
        if (!_columns.Suit(view.Width))
        {
            Arrange();
            return true;
        }

        var window = _columns.WindowFor(view, _columnWindow);
        if (window == _columnWindow)
        {
            return false;
        }

        Draw(window);
        return true;
    }

    private void Draw(ColumnWindow window)
    {
        _columnWindow = window;
        _drawn = _columns.Drawn(window);
        _style = _columns.TemplateStyle(window);
    }

    /// <summary>Whether the active cell's element is in the page.</summary>
    private bool IsActiveDrawn()
    {
        var isRowDrawn = _active.IsHeader;
        for (var i = _window.First; !isRowDrawn && i < Math.Min(_window.First + _window.Count, _rows.Count); i++)
        {
            isRowDrawn = ReferenceEquals(_rows[i], _active.Row);
        }

        return isRowDrawn && _drawn.Any(shown => shown.Index == _active.Column);
    }

    /// <summary>The text of the active cell.</summary>
    private string? TextOfActive()
    {
        var column = _columns[_active.Column].Column;
        return _active.Row?.Cell(column) is not { } cell ? column.HeaderName
            : cell.Checkbox is { } isChecked ? CheckSign(isChecked)
            : cell.Sparkline is { Points.Count: > 0 } ? null
            : cell.Text;
    }

    internal static string CheckSign(bool isChecked) => isChecked ? "☑" : "☐";
}
