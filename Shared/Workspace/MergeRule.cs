using LiveGridStudio.Shared.Contract;

namespace LiveGridStudio.Shared.Workspace;

/// <summary>Decides which field of a message updates an existing row. The merge and its explanation both use this rule.</summary>
public static class MergeRule
{
    /// <summary>Messages that arrive within this time of the first are merged together.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether messages may change a field.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="column">The effective definition of the field; null for a field that no column declares.</param>
    public static bool IsLive(MergePolicy policy, ColumnDefinition? column) =>
        column is null ? policy == MergePolicy.Documented : policy.IsLive(column);

    /// <summary>Why a field does not update a row; null when it does.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="isDeclared">Whether a column declares it.</param>
    /// <param name="isLive">See <see cref="IsLive"/>.</param>
    /// <param name="isInRow">Whether the row has it.</param>
    public static IgnoreReason? Refuse(MergePolicy policy, bool isDeclared, bool isLive, bool isInRow) =>
        !isLive ? (isDeclared ? IgnoreReason.NotLive : IgnoreReason.NotDeclared)
        : policy == MergePolicy.Workspace && !isInRow ? IgnoreReason.NotInRow
        : null;
}

/// <summary>Why a field of a message did not update its row.</summary>
public enum IgnoreReason
{
    /// <summary>No column of <c>columnsDefs</c> declares it (Workspace).</summary>
    NotDeclared,

    /// <summary>Its column has <c>enableCellChangeWs</c> off.</summary>
    NotLive,

    /// <summary>The row does not have the field (Workspace).</summary>
    NotInRow,

    /// <summary>A later message of the same batch replaced this one as a whole (Workspace).</summary>
    Superseded,

    /// <summary>The grid has too many fields already.</summary>
    TooManyFields,
}
