using LiveGridStudio.Shared.Checking.Validation.Schemas;

namespace LiveGridStudio.Shared.Checking.FeedLint.Rules;

/// <summary>LG027: several rows with the same id, of which only the last is updated.</summary>
internal sealed class SharedRowId() : FeedLintRule("LG027", FindingSeverity.Warning)
{
    public override IEnumerable<Finding> Check(FeedSubject subject)
    {
        var slots = subject.RowIdColumns.Select(subject.SlotOf).ToArray();
        if (!subject.Widget.IsLiveGrid || slots.Length == 0 || Array.TrueForAll(slots, static slot => slot < 0))
        {
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in subject.Loaded.Rows)
        {
            var id = FeedRows.IdOf(row, slots);
            if (!seen.Add(id))
            {
                yield return Find(
                    subject,
                    subject.RowIdPath,
                    $"Several rows have the id {ValueWords.Quote(id)}: a message changes only one of them.",
                    "Name the columns that together tell rows apart, such as [\"symbol\", \"venue\"]; "
                    + "their values are joined with \"-\".");
                yield break;
            }
        }
    }
}
