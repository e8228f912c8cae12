namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>Where a cell is: <c>{"row": 0, "column": 2}</c>.</summary>
/// <param name="Row">Place among the rows, from 0; -1 for the header.</param>
/// <param name="Column">Place among the visible columns, from 0; -1 for no cell at all.</param>
/// <param name="Left">Where the column begins, in pixels; 0 when only the browser knows.</param>
/// <param name="Width">Its width in pixels; 0 when only the browser knows.</param>
public readonly record struct CellPlace(int Row, int Column, double Left = 0, double Width = 0)
{
    public static CellPlace None { get; } = new(-1, -1);
}
