namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>The place of a cell: <c>{"row": 0, "column": 2}</c>.</summary>
/// <param name="Row">Index among the rows; -1 for the header.</param>
/// <param name="Column">Index among the visible columns; -1 for no cell.</param>
/// <param name="Left">The left edge of the column in pixels; 0 when only the browser knows it.</param>
/// <param name="Width">Its width in pixels; 0 when only the browser knows it.</param>
public readonly record struct CellPlace(int Row, int Column, double Left = 0, double Width = 0)
{
    public static CellPlace None { get; } = new(-1, -1);
}
