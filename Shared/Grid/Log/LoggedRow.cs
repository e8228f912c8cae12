using LiveGridStudio.Shared.Grid.Model;

namespace LiveGridStudio.Shared.Grid.Log;

/// <summary>The effect of one row object of a frame. <see cref="MessageWords"/> describes it in words.</summary>
/// <param name="Kind">The kind of outcome.</param>
public sealed record LoggedRow(OutcomeKind Kind)
{
    /// <value>The addressed row; null when the message has no row id.</value>
    public string? RowId { get; init; }

    /// <value>As in <see cref="MessageOutcome.OmittedRows"/>.</value>
    public int OmittedRows { get; init; }

    public IReadOnlyList<LoggedChange> Changes { get; init; } = [];

    /// <value>The ignored fields, without those of the row id, which only find the row.</value>
    public IReadOnlyList<IgnoredField> Ignored { get; init; } = [];

    /// <value>Changes and ignored fields beyond <see cref="FrameLog.MaxFieldsPerRow"/>.</value>
    public int OmittedFields { get; init; }

    /// <value>What stood in the place of a row, such as <c>a number</c>; null for all other kinds.</value>
    public string? Found { get; init; }
}
