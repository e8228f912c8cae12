using System.Globalization;
using LiveGridStudio.Shared.Grid.Model;
using Microsoft.JSInterop;

namespace LiveGridStudio.Shared.Grid.View;

/// <content>Methods for the page's script. Arguments are checked, because any client can send them.</content>
public sealed partial class LiveGrid
{
    private const double LeastColumnWidth = 40;
    private const double MostColumnWidth = 2000;

    /// <summary>Reports the scroll position and width, in pixels, when other rows or columns come into view.</summary>
    [JSInvokable]
    public void OnViewport(int firstRow, int rowCount, double left, double width)
    {
        firstRow = Math.Clamp(firstRow, 0, Math.Max(0, _rows.Count - 1));
        var first = Math.Max(0, firstRow - Overscan);
        var window = new RowWindow(first, Math.Clamp(rowCount, 0, MostRowsInView) + firstRow - first + Overscan);
        if (See(_view.Follow(left, width)) | (window != _window))
        {
            _window = window;
            _card = null;
            StateHasChanged();
        }
    }

    /// <summary>Reports that the page was hidden or shown.</summary>
    [JSInvokable]
    public void OnVisibility(bool isVisible) => OnWatched?.Invoke(isVisible);

    /// <summary>Makes a clicked cell the active one and runs the column's action.</summary>
    [JSInvokable]
    public async Task OnPick(int rowIndex, int column)
    {
        if (RowAt(rowIndex) is not { } row || column < 0 || column >= _columns.Count)
        {
            return;
        }

        _active = new ActiveCell(row, column, IsHeader: false);
        _card = null;
        StateHasChanged();
        await ActAsync();
    }

    /// <summary>Handles a click on a header.</summary>
    [JSInvokable]
    public void OnSort(int column)
    {
        if (column < 0 || column >= _columns.Count)
        {
            return;
        }

        _active = new ActiveCell(null, column, IsHeader: true);
        _order.ToggleSort(_columns[column].Column.Field);
        _rows = _order.Arrange(Model);
        StateHasChanged();
    }

    /// <summary>Sets the width of a column in pixels; 0 restores its own width.</summary>
    [JSInvokable]
    public void OnResize(int column, double width)
    {
        if (column < 0 || column >= _columns.Count || !double.IsFinite(width))
        {
            return;
        }

        var resized = _columns[column].Column;
        if (width <= 0)
        {
            _widths.Remove(resized.Field);
        }
        else
        {
            var least = Math.Clamp(resized.MinWidth ?? LeastColumnWidth, LeastColumnWidth, MostColumnWidth);
            _widths[resized.Field] = Math.Clamp(width, least, Math.Clamp(resized.MaxWidth ?? MostColumnWidth, least, MostColumnWidth));
        }

        Arrange();
        StateHasChanged();
    }

    /// <summary>Reports the cell and window position where the pointer rests; row -1 when it has left.</summary>
    [JSInvokable]
    public void OnHover(int rowIndex, int column, double x, double y)
    {
        var card = column >= 0 && column < _columns.Count ? RowAt(rowIndex)?.HoverCard(_columns[column].Column) : null;
        if (card is null && _card is null)
        {
            return;
        }

        _card = card is null ? null : new ShownCard(card, string.Create(CultureInfo.InvariantCulture, $"left:{x:0}px;top:{y:0}px"));
        StateHasChanged();
    }

    private GridRow? RowAt(int index) => index >= 0 && index < _rows.Count ? _rows[index] : null;

    private async Task ActAsync()
    {
        if (_active is { Row: { } row, Column: >= 0 } && row.Click(_columns[_active.Column].Column) is { } click)
        {
            await OnCellClick.InvokeAsync(click);
        }
    }
}
