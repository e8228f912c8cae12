namespace LiveGridStudio.Shared.Workspace;

/// <summary>Which fields of a message reach a row. Everything else is the same in both.</summary>
public enum MergePolicy
{
    /// <summary>What the docs promise: every field but those of columns with <c>enableCellChangeWs: false</c>.</summary>
    Documented,

    /// <summary>What Workspace's client does: declared live columns that the row already has; the last of a batch wins whole.</summary>
    Workspace,
}
