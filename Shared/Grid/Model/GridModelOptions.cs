using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Grid.Model;

public sealed record GridModelOptions
{
    public static GridModelOptions Default { get; } = new();

    public MergePolicy MergePolicy { get; init; } = MergePolicy.Documented;

    /// <value>Decimals of columns that name none, 0 to 6; what Workspace's users set for a whole widget.</value>
    public int DecimalPlaces { get; init; } = 3;

    /// <value>Rows that a grid without row ids keeps, the newest; null keeps all.</value>
    public int? AppendLimit { get; init; }

    /// <value>
    /// Cells that the grid holds, rows by columns. Of more rows the first are kept; without row ids the newest. Default 1 000 000.
    /// </value>
    public long MaxCells { get; init; } = CellCount.DefaultLimit;

    /// <value>Whether the grid takes no row any more once one did not fit; else the oldest go. For who refuses what does not fit.</value>
    public bool StopsWhenFull { get; init; }
}
