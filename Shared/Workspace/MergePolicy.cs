using LiveGridStudio.Shared.Contract;

namespace LiveGridStudio.Shared.Workspace;

/// <summary>Which fields of a message reach a row. Everything else is the same in both.</summary>
public enum MergePolicy
{
    /// <summary>What the docs promise: every field but those of columns with <c>enableCellChangeWs: false</c>.</summary>
    Documented,

    /// <summary>What Workspace's client does: declared live columns that the row already has; the last of a batch wins whole.</summary>
    Workspace,
}

/// <summary>How a <see cref="MergePolicy"/> is spelled, and what it says of a column.</summary>
public static class MergePolicies
{
    private const string Documented = "documented";

    private const string Workspace = "workspace";

    public static string ToWire(this MergePolicy policy) => policy == MergePolicy.Workspace ? Workspace : Documented;

    public static bool TryRead(string? text, out MergePolicy policy)
    {
        policy = text == Workspace ? MergePolicy.Workspace : MergePolicy.Documented;
        return text is Workspace or Documented;
    }

    /// <summary>Whether messages reach the column: a null counts as live when documented, as not live in Workspace.</summary>
    public static bool IsLive(this MergePolicy policy, ColumnDefinition column) =>
        column.IsLive(nullIsLive: policy == MergePolicy.Documented);
}
