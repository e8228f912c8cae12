using LiveGridStudio.Shared.Grid.Model;

namespace LiveGridStudio.Shared.Grid.Headless;

/// <summary>How much a headless preview may take.</summary>
public sealed record PreviewLimits
{
    public static PreviewLimits Default { get; } = new();

    /// <value>Cells, counted before they are made. Default 1 000 000.</value>
    public long MaxCells { get; init; } = CellCount.DefaultLimit;

    /// <value>
    /// Bytes of the answer. Grids whose cells cannot be written in so many are refused before they are played; whoever writes the
    /// answer counts the bytes. Default: no limit.
    /// </value>
    public long MaxAnswerBytes { get; init; } = long.MaxValue;

    internal long CellsOfAnswer => MaxAnswerBytes / GridJson.LeastCellLength;
}
