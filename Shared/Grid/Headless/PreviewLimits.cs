using LiveGridStudio.Shared.Grid.Model;

namespace LiveGridStudio.Shared.Grid.Headless;

/// <summary>The limits of a headless preview.</summary>
public sealed record PreviewLimits
{
    public static PreviewLimits Default { get; } = new();

    /// <value>Cells, counted before they are made. Default 1 000 000.</value>
    public long MaxCells { get; init; } = CellCount.DefaultLimit;

    /// <value>
    /// Bytes of the answer. A grid whose cells cannot fit is refused before it is played; the writer of the answer counts the real bytes.
    /// Default: no limit.
    /// </value>
    public long MaxAnswerBytes { get; init; } = long.MaxValue;

    internal long CellsOfAnswer => MaxAnswerBytes / GridJson.LeastCellLength;
}
