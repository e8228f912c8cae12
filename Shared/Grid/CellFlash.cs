using System.Globalization;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid;

/// <summary>How a recent change of a cell shows in the page.</summary>
/// <param name="Change"><c>data-change</c>: up, down, changed or none; null for columns that never mark a change.</param>
/// <param name="Class">The animation of the highlight. It alternates, so that a second change starts it anew.</param>
/// <param name="Sign">The arrow; null without one.</param>
/// <param name="Size">The size of the change beside the arrow.</param>
internal readonly record struct CellFlash(string? Change, string? Class, string? Sign, string? Size)
{
    public static CellFlash Of(CellView cell)
    {
        if (!cell.ShowsChanges)
        {
            return default;
        }

        var change = cell.Mark switch
        {
            ChangeDirection.Up => "up",
            ChangeDirection.Down => "down",
            ChangeDirection.Changed => "changed",
            _ => "none",
        };
        var highlight = cell.Highlighted ? $"cell-flash cell-flash-{change}-{(cell.Changes % 2 == 0 ? 'a' : 'b')}" : null;
        return cell.Delta is { } delta
            ? new CellFlash(change, highlight, change == "up" ? "↑" : "↓", delta.ToString("#,0.###", CultureInfo.InvariantCulture))
            : new CellFlash(change, highlight, null, null);
    }
}
