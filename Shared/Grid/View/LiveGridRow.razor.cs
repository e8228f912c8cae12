using LiveGridStudio.Shared.Grid.Cells;
using LiveGridStudio.Shared.Grid.Model;
using Microsoft.AspNetCore.Components;

namespace LiveGridStudio.Shared.Grid.View;

/// <summary>One row in view. Renders only when its version, index, active cell or columns changed.</summary>
public sealed partial class LiveGridRow : ComponentBase, IDisposable
{
    private (GridRow? Row, long Version, object? Columns, int RowIndex, int ActiveColumn) _shown;
    private bool _isChanged;

    [Parameter, EditorRequired]
    public required GridRow Row { get; set; }

    /// <value>The row's version when the parent rendered.</value>
    [Parameter]
    public long Version { get; set; }

    /// <value>Index of the row in the whole grid, from 1 with the header included: <c>aria-rowindex</c>.</value>
    [Parameter]
    public int RowIndex { get; set; }

    /// <value>The columns in the page. Another list, even an equal one, renders the row again.</value>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ShownColumn> Columns { get; set; }

    /// <value>Index of the active cell among the visible columns; -1 when it is in another row.</value>
    [Parameter]
    public int ActiveColumn { get; set; } = -1;

    /// <value>The element id of the active cell.</value>
    [Parameter]
    public string? ActiveId { get; set; }

    public void Dispose() => Row.Forget();

    protected override void OnParametersSet()
    {
        if (_shown.Row is { } before && !ReferenceEquals(before, Row))
        {
            before.Forget();
        }

        var now = (Row, Version, (object)Columns, RowIndex, ActiveColumn);
        _isChanged = now != _shown;
        _shown = now;
    }

    protected override bool ShouldRender() => _isChanged;

    private static string Class(ShownColumn shown, CellView cell, CellFlash flash, bool isActive)
    {
        var name = flash.Class is null ? $"lg-cell {shown.Class}" : $"lg-cell {shown.Class} {flash.Class}";
        if (isActive)
        {
            name += " lg-active";
        }

        if (FillText.IsPale(cell.Color, cell.BackgroundColor))
        {
            name += " lg-ink";
        }

        return cell.HasHoverCard ? name + " lg-carded"
            : cell.HasClick ? name + " lg-clickable"
            : name;
    }

    /// <summary>The colours of the cell; both are known names or checked hex, never free text.</summary>
    private static string? Style(ShownColumn shown, CellView cell) => (Css(cell.Color), cell.BackgroundColor) switch
    {
        (null, null) => shown.Style,
        ({ } color, null) => $"{shown.Style};color:{color}",
        (null, { } background) => $"{shown.Style};background-color:{background}",
        ({ } color, { } background) => $"{shown.Style};color:{color};background-color:{background}",
    };

    /// <summary>The names of the theme's fallback shades are defined in the style sheet.</summary>
    private static string? Css(string? color) => color is "green-500" or "red-500" ? $"var(--lg-{color})" : color;
}
