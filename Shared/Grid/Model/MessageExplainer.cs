using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>Says field by field what a message does to a row; the rules are those of <see cref="RowMerge"/>.</summary>
internal static class MessageExplainer
{
    public static MessageOutcome Explain(
        int frameIndex, GridRow row, JsObject message, GridLayout layout, MergePolicy policy)
    {
        var changes = new List<CellChange>();
        var ignored = new List<IgnoredField>();
        foreach (var (field, value) in message)
        {
            var next = policy == MergePolicy.Documented ? layout.Loader.Load(field, value) : value;
            if (ReasonToIgnore(field, row, layout, policy) is { } reason)
            {
                ignored.Add(new IgnoredField(field, reason));
            }
            else if (CellChange.IsChange(row[field], next))
            {
                changes.Add(new CellChange(field, row[field], next));
            }
        }

        return new MessageOutcome(frameIndex, OutcomeKind.Updated) { RowId = row.Id, Changes = changes, Ignored = ignored };
    }

    private static IgnoreReason? ReasonToIgnore(string field, GridRow row, GridLayout layout, MergePolicy policy)
    {
        if (!layout.IsLive(field))
        {
            return layout.IsDeclared(field) ? IgnoreReason.NotLive : IgnoreReason.NotDeclared;
        }

        if (policy == MergePolicy.Workspace)
        {
            return row[field].IsUndefined ? IgnoreReason.NotInRow : null;
        }

        return layout.SlotFor(field) < 0 ? IgnoreReason.TooManyFields : null;
    }
}
