using LiveGridStudio.Shared.Contract;

namespace LiveGridStudio.Shared.Workspace;

/// <summary>Which field of a message reaches a row that the grid has. Who merges and who explains ask here.</summary>
public static class MergeRule
{
    /// <summary>Messages that come within this time of the first are brought in together.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether messages may change a field.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="column">The definition that counts for the field; null for a field that none declares.</param>
    public static bool IsLive(MergePolicy policy, ColumnDefinition? column) =>
        column is null ? policy == MergePolicy.Documented : policy.IsLive(column);

    /// <summary>Why a field does not reach a row; null when it does.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="isDeclared">Whether a column declares it.</param>
    /// <param name="isLive">See <see cref="IsLive"/>.</param>
    /// <param name="isInRow">Whether the row has it.</param>
    public static IgnoreReason? Refuse(MergePolicy policy, bool isDeclared, bool isLive, bool isInRow) =>
        !isLive ? (isDeclared ? IgnoreReason.NotLive : IgnoreReason.NotDeclared)
        : policy == MergePolicy.Workspace && !isInRow ? IgnoreReason.NotInRow
        : null;
}

/// <summary>Why a field of a message did not reach its row.</summary>
public enum IgnoreReason
{
    /// <summary>No column of <c>columnsDefs</c> has it (Workspace).</summary>
    NotDeclared,

    /// <summary>Its column has <c>enableCellChangeWs</c> off.</summary>
    NotLive,

    /// <summary>The row does not have it (Workspace).</summary>
    NotInRow,

    /// <summary>A later message of the same batch replaced the row whole (Workspace).</summary>
    Superseded,

    /// <summary>The grid has too many fields already.</summary>
    TooManyFields,
}
