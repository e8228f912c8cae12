using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Checking.FeedLint.Rules;

/// <summary>LG020: several partial updates of one row in one window, of which Workspace keeps only the last.</summary>
internal sealed class LostPartialUpdate() : FeedLintRule("LG020", FindingSeverity.Warning)
{
    public override IEnumerable<Finding> Check(FeedSubject subject)
    {
        if (!subject.Definition.MessagesUpdate)
        {
            return [];
        }

        return subject.Windows.Select(FindLoss).OfType<(string RowId, string Field)>().Take(1).Select(loss => Find(
            subject,
            MessagesPath,
            $"Row {ValueWords.Quote(loss.RowId)} gets several partial updates in one list or within 50 ms: "
            + $"Workspace keeps the last one only, and {ValueWords.Quote(loss.Field)} of an earlier one is lost.",
            "Send one row object per row and list, with all of its changed fields, or whole rows."));
    }

    private static (string RowId, string Field)? FindLoss(IReadOnlyList<FeedOutcome> window)
    {
        // Walk backwards: the last item for a row is the one that counts.
        var last = new Dictionary<string, JsValue>(StringComparer.Ordinal);
        for (var i = window.Count - 1; i >= 0; i--)
        {
            var (item, outcome) = window[i];
            if (outcome is not { Kind: OutcomeKind.Updated, RowId: { } id } || last.TryAdd(id, item))
            {
                continue;
            }

            foreach (var ignored in outcome.Ignored)
            {
                if (ignored.Reason == IgnoreReason.Superseded && last[id][ignored.Field].IsUndefined)
                {
                    return (id, ignored.Field);
                }
            }
        }

        return null;
    }
}
