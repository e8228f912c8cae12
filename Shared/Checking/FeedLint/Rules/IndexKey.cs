namespace LiveGridStudio.Shared.Checking.FeedLint.Rules;

/// <summary>LG019: a key named <c>Index</c>. Workspace reads its value as the name of the column whose settings apply.</summary>
internal sealed class IndexKey() : FeedLintRule("LG019", FindingSeverity.Warning)
{
    private const string Name = "Index";

    public override IEnumerable<Finding> Check(FeedSubject subject)
    {
        var slot = subject.SlotOf(Name);
        if (slot >= 0 && subject.Loaded.Rows.Any(row => !row[slot].IsNullish))
        {
            yield return Find(
                subject,
                subject.PathOf(Name),
                "The rows have a key \"Index\": its value is read as the name of a column, and the cells of such a row lose "
                + "their own colours, prefix and decimals.",
                "Give the key another name; \"index\" in small letters does no harm.");
        }
    }
}
