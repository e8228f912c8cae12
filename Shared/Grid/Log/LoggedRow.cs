using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid.Log;

/// <summary>What one row object of a frame did. <see cref="MessageWords"/> says it in plain words.</summary>
/// <param name="Kind">What became of it.</param>
public sealed record LoggedRow(OutcomeKind Kind)
{
    /// <value>The row that was meant; null when the message names none.</value>
    public string? RowId { get; init; }

    /// <value>As in <see cref="MessageOutcome.OmittedRows"/>.</value>
    public int OmittedRows { get; init; }

    public IReadOnlyList<LoggedChange> Changes { get; init; } = [];

    /// <value>Without the fields that make up the row id: they have done their work when the row is found.</value>
    public IReadOnlyList<IgnoredField> Ignored { get; init; } = [];

    /// <value>Changes and ignored fields beyond <see cref="FrameLog.MaxFieldsPerRow"/>.</value>
    public int OmittedFields { get; init; }

    /// <value>What was there in the place of a row, such as <c>a number</c>; null for everything else.</value>
    public string? Found { get; init; }
}
