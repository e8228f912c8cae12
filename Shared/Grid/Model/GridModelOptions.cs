using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Grid.Model;

public sealed record GridModelOptions
{
    public static GridModelOptions Default { get; } = new();

    public MergePolicy MergePolicy { get; init; } = MergePolicy.Documented;

    /// <value>Decimals of columns that name none, 0 to 6. In Workspace users set it for a whole widget.</value>
    public int DecimalPlaces { get; init; } = 3;

    /// <value>The most rows of a grid without row ids, of which the newest are kept; null keeps all.</value>
    public int? AppendLimit { get; init; }

    /// <value>The most cells, rows times columns. Further rows are left out; without row ids the oldest are. Default 1 000 000.</value>
    public long MaxCells { get; init; } = CellCount.DefaultLimit;

    /// <value>
    /// Whether the grid accepts no more rows after one did not fit; otherwise the oldest rows are removed. For callers that refuse a grid
    /// beyond the limit.
    /// </value>
    public bool StopsWhenFull { get; init; }
}
