using System.Globalization;

namespace LiveGridStudio.Shared.Grid;

/// <summary>How a recent change of a cell shows in the page.</summary>
/// <param name="Change"><c>data-change</c>: up, down, changed or none; null for columns that never mark a change.</param>
/// <param name="Class">The animation of the highlight. It alternates, so that a second change starts it anew.</param>
/// <param name="Sign">The arrow; null without one.</param>
/// <param name="Size">The size of the change beside the arrow.</param>
internal readonly record struct CellMark(string? Change, string? Class, string? Sign, string? Size)
{
    public static CellMark Of(GridColumn column, CellView cell)
    {
        if (!column.ShowsCellChange)
        {
            return default;
        }

        var change = cell.Arrow switch
        {
            ChangeArrow.Up => "up",
            ChangeArrow.Down => "down",
            _ => cell.Highlighted ? "changed" : "none",
        };
        var highlight = cell.Highlighted ? $"cell-flash cell-flash-{change}-{(cell.ChangeCount % 2 == 0 ? 'a' : 'b')}" : null;
        return cell.Delta is { } delta
            ? new CellMark(change, highlight, change == "up" ? "↑" : "↓", Math.Abs(delta).ToString("#,0.###", CultureInfo.InvariantCulture))
            : new CellMark(change, highlight, null, null);
    }
}
