using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>The outcome of one row object of a batch.</summary>
/// <param name="FrameIndex">Index of the frame in the batch.</param>
/// <param name="Kind">The kind of outcome.</param>
public sealed record MessageOutcome(int FrameIndex, OutcomeKind Kind)
{
    /// <value>The addressed row; null when the message has no row id.</value>
    public string? RowId { get; init; }

    /// <value>Number of snapshot rows that the grid does not hold: an unknown row may be one of them.</value>
    public int OmittedRows { get; init; }

    /// <value>The changed cells, compared with the row before the batch.</value>
    public IReadOnlyList<CellChange> Changes { get; init; } = [];

    public IReadOnlyList<IgnoredField> Ignored { get; init; } = [];
}

/// <summary>The kind of outcome of a row object, or of a frame without any.</summary>
public enum OutcomeKind
{
    Updated,
    Appended,

    /// <summary>No row has its id.</summary>
    UnknownRow,

    /// <summary>A number, text, boolean, list or null in the place of a row.</summary>
    NotARow,

    /// <summary>The frame is null or contains one, so all of it is lost.</summary>
    LostFrame,

    NotJson,
}

/// <summary>A field of a message that did not update its row.</summary>
public readonly record struct IgnoredField(string Field, IgnoreReason Reason);
