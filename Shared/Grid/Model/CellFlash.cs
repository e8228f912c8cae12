using System.Globalization;
using LiveGridStudio.Shared.Grid.Cells;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>How the page shows a recent change of a cell.</summary>
/// <param name="Change"><c>data-change</c>: up, down, changed or none; null for columns that never mark a change.</param>
/// <param name="Class">The animation class of the highlight. It alternates, so that a second change restarts the animation.</param>
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
            ? new CellFlash(change, highlight, change == "up" ? "↑" : "↓", SizeText(delta))
            : new CellFlash(change, highlight, null, null);
    }

    /// <summary>Three decimals; for a smaller change its two leading digits.</summary>
    private static string SizeText(double delta)
    {
        if (delta is >= 0.01 or < 1e-12)
        {
            return delta.ToString("#,0.###", CultureInfo.InvariantCulture);
        }

        var decimals = Math.Min(15, 1 - (int)Math.Floor(Math.Log10(delta)));
        return Math.Round(delta, decimals).ToString("0.###############", CultureInfo.InvariantCulture);
    }
}
