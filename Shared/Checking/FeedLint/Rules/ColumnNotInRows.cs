using LiveGridStudio.Shared.Checking.Lint;

namespace LiveGridStudio.Shared.Checking.FeedLint.Rules;

/// <summary>LG006: a declared column that the loaded rows do not have.</summary>
internal sealed class ColumnNotInRows() : FeedLintRule("LG006", FindingSeverity.Warning)
{
    public override IEnumerable<Finding> Check(FeedSubject subject)
    {
        if (subject.Rows.Count == 0)
        {
            return [];
        }

        var loaded = subject.Loaded.Fields.ToHashSet(StringComparer.Ordinal);
        var missing = subject.Definition.Columns
            .Where(column => subject.Definition.Counts(column) && !loaded.Contains(column.Field));
        var inRows = FieldsInRows(subject, missing);
        return missing.Select(column => Report(subject, column, inRows.Contains(column.Field))).Concat(OfSomeRows(subject));
    }

    /// <summary>With showAll and columns a row stays as it is: Workspace's messages never give it a field that it lacks.</summary>
    private IEnumerable<Finding> OfSomeRows(FeedSubject subject)
    {
        if (!subject.Definition.MessagesUpdate || !subject.Widget.Table.ShowAll || !subject.Definition.HasColumns)
        {
            yield break;
        }

        foreach (var column in subject.Definition.Columns.Where(column => subject.Definition.Counts(column) && subject.Definition.IsLive(column.Field)))
        {
            var slot = subject.SlotOf(column.Field);
            var lacking = slot < 0 ? 0 : subject.Loaded.Rows.Count(row => row[slot].IsUndefined);
            if (lacking > 0)
            {
                yield return Find(
                    subject,
                    column.PathOf("field"),
                    $"{lacking} of {subject.Loaded.Rows.Count} rows lack {column.Name}: with showAll Workspace's messages never give it to them.",
                    $"Send {column.Name} in every row, null where there is no value yet.");
            }
        }
    }

    private Finding Report(FeedSubject subject, LintColumn column, bool isInRows) => isInRows
        ? Find(
            subject,
            column.PathOf("field"),
            $"The first row lacks {column.Name}: with showAll the keys of the first row are all that is loaded, so the column is never shown, and messages never reach it.",
            $"Send {column.Name} in every row, null where there is no value yet.")
        : Find(
            subject,
            column.PathOf("field"),
            $"No row of the data has {column.Name}: the column is never shown, and messages never reach it.",
            $"Send {column.Name} in every row, null where there is no value yet.");

    /// <summary>The fields of the given columns that at least one row has. Reads the rows once for all columns.</summary>
    private static HashSet<string> FieldsInRows(FeedSubject subject, IEnumerable<LintColumn> columns)
    {
        var wanted = columns.Select(static column => column.Field).ToHashSet(StringComparer.Ordinal);
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < subject.Rows.Count && found.Count < wanted.Count; i++)
        {
            var row = subject.Rows[i].Object;
            for (var j = 0; j < row.Count; j++)
            {
                if (wanted.Contains(row[j].Key))
                {
                    found.Add(row[j].Key);
                }
            }
        }

        return found;
    }
}
