using LiveGridStudio.Shared.Grid.Model;
using Microsoft.JSInterop;

namespace LiveGridStudio.Shared.Grid.View;

/// <content>The keyboard of the ARIA grid pattern: arrows, Home and End move, Enter acts, Alt with arrows resizes.</content>
public sealed partial class LiveGrid
{
    private const double ResizeStep = 16;

    /// <summary>Handles a key. <paramref name="width"/> is the width of the active cell, 0 while it is not in the page.</summary>
    /// <returns>The place to scroll into view.</returns>
    [JSInvokable]
    public async Task<CellPlace> OnKey(string key, bool ctrl, bool alt, double width)
    {
        if (_columns.Count == 0)
        {
            return CellPlace.None;
        }

        var page = Math.Max(1, _window.Count - (2 * Overscan) - 2);
        switch (key)
        {
            case "ArrowLeft" or "ArrowRight" when alt && _active.IsHeader:
                OnResize(_active.Column, (width > 0 ? width : _columns[_active.Column].Width) + (key == "ArrowLeft" ? -ResizeStep : ResizeStep));
                break;
            case "ArrowLeft":
                Move(0, -1);
                break;
            case "ArrowRight":
                Move(0, 1);
                break;
            case "ArrowUp":
                Move(-1, 0);
                break;
            case "ArrowDown":
                Move(1, 0);
                break;
            case "PageUp":
                Move(-page, 0);
                break;
            case "PageDown":
                Move(page, 0);
                break;
            case "Home":
                Move(ctrl ? -_rows.Count : 0, -_columns.Count, stopBelowHeader: true);
                break;
            case "End":
                Move(ctrl ? _rows.Count : 0, _columns.Count);
                break;
            case "Enter" or " " when _active.IsHeader:
                OnSort(_active.Column);
                break;
            case "Enter" or " ":
                await ActAsync();
                break;
            case "Escape":
                _card = null;
                break;
            default:
                return CellPlace.None;
        }

        StateHasChanged();
        var (left, wide) = _columns.PlaceOf(_active.Column);
        return new CellPlace(ActiveIndex(), _active.Column, left, wide);
    }

    /// <summary>Shows the active cell's hover card next to it.</summary>
    [JSInvokable]
    public void OnFocusCard(double x, double y)
    {
        if (ActiveIndex() is >= 0 and var index)
        {
            OnHover(index, _active.Column, x, y);
        }
        else
        {
            OnHover(-1, -1, 0, 0);
        }
    }

    private int ActiveIndex()
    {
        for (var i = 0; _active.Row is not null && i < _rows.Count; i++)
        {
            if (ReferenceEquals(_rows[i], _active.Row))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Moves the active cell; the header is above the first row. The first move only enters the grid.</summary>
    private void Move(int rows, int columns, bool stopBelowHeader = false)
    {
        _card = null;
        var isEntering = !_active.IsSet || (_active.Row is not null && ActiveIndex() < 0);
        var row = isEntering ? 0 : Math.Clamp(ActiveIndex() + rows, stopBelowHeader && !_active.IsHeader ? 0 : -1, _rows.Count - 1);
        var column = isEntering ? 0 : Math.Clamp(_active.Column + columns, 0, _columns.Count - 1);
        _active = RowAt(row) is { } found
            ? new ActiveCell(found, column, IsHeader: false)
            : new ActiveCell(null, column, IsHeader: true);
    }
}
