using LiveGridStudio.Shared.Widgets.Lint;

namespace LiveGridStudio.Shared.Grid.Lint.Rules;

/// <summary>LG006: a declared column that the loaded rows do not have.</summary>
internal sealed class ColumnNotInRows() : FeedLintRule("LG006", LintSeverity.Warning)
{
    public override IEnumerable<LintFinding> Check(FeedSubject subject)
    {
        if (subject.Rows.Count == 0)
        {
            return [];
        }

        var loaded = subject.Loaded.Fields.ToHashSet(StringComparer.Ordinal);
        return subject.Definition.Columns
            .Where(column => subject.Definition.Counts(column) && !loaded.Contains(column.Definition.Field))
            .Select(column => Find(
                subject,
                column.PathOf("field"),
                subject.Rows.Any(row => !row[column.Definition.Field].IsUndefined)
                    ? $"The first row lacks {column.Name}: with showAll the keys of the first row are all that is loaded, so the "
                        + "column is never shown, and messages never reach it."
                    : $"No row of the data has {column.Name}: the column is never shown, and messages never reach it.",
                $"Send {column.Name} in every row, null where there is no value yet."));
    }
}
