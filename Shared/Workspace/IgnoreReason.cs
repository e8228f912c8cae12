namespace LiveGridStudio.Shared.Workspace;

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
