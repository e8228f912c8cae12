using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Workspace;

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

/// <summary>What became of one row object, or of a frame that gave none.</summary>
public enum OutcomeKind
{
    Updated,
    Appended,

    /// <summary>No row has its id.</summary>
    UnknownRow,

    /// <summary>A number, text, boolean, list or null in the place of a row.</summary>
    NotARow,

    /// <summary>The frame is null or holds one, which loses all of it.</summary>
    LostFrame,

    NotJson,
}

/// <summary>A field of a message that did not reach its row.</summary>
public readonly record struct IgnoredField(string Field, IgnoreReason Reason);
