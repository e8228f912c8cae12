using LiveGridStudio.Shared.Contract;

namespace LiveGridStudio.Shared.Workspace;

/// <summary>Which fields of a message update a row. Both policies are otherwise the same.</summary>
public enum MergePolicy
{
    /// <summary>As documented: every field except those of columns with <c>enableCellChangeWs: false</c>.</summary>
    Documented,

    /// <summary>
    /// As Workspace's client does: fields of declared live columns that the row already has. The last message of a batch replaces the
    /// others of its row.
    /// </summary>
    Workspace,
}

/// <summary>The text form of a <see cref="MergePolicy"/>, and its rule for a column.</summary>
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

    /// <summary>Whether messages update the column: a null counts as live by the documentation, as not live in Workspace.</summary>
    public static bool IsLive(this MergePolicy policy, ColumnDefinition column) =>
        column.IsLive(nullIsLive: policy == MergePolicy.Documented);
}
