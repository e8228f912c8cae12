using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>Explains field by field what a message does to a row.</summary>
internal static class MessageExplainer
{
    public static MessageOutcome Explain(
        int frameIndex, GridRow row, JsObject message, GridLayout layout)
    {
        var changes = new List<CellChange>();
        var ignored = new List<IgnoredField>();
        foreach (var (field, value) in message)
        {
            if (layout.Reach(field, row, out _) is { } reason)
            {
                ignored.Add(new IgnoredField(field, reason));
            }
            else if (layout.Taken(field, value) is var next && CellChange.IsChange(row[field], next))
            {
                changes.Add(new CellChange(field, row[field], next));
            }
        }

        return new MessageOutcome(frameIndex, OutcomeKind.Updated) { RowId = row.Id, Changes = changes, Ignored = ignored };
    }
}
