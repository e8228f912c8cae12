using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>What became of one row object of a batch.</summary>
/// <param name="FrameIndex">The frame's place in the batch.</param>
/// <param name="Kind">What became of it.</param>
public sealed record MessageOutcome(int FrameIndex, OutcomeKind Kind)
{
    /// <value>The row that was meant; null when the message names none.</value>
    public string? RowId { get; init; }

    /// <value>Rows of the snapshot that the grid does not hold: a row that is not found may be one of them.</value>
    public int OmittedRows { get; init; }

    /// <value>The cells that it changes, compared with the row as it was before the batch.</value>
    public IReadOnlyList<CellChange> Changes { get; init; } = [];

    public IReadOnlyList<IgnoredField> Ignored { get; init; } = [];
}
