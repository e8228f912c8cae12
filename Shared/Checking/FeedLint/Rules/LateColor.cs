using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Checking.Validation.Schemas;

namespace LiveGridStudio.Shared.Checking.FeedLint.Rules;

/// <summary>LG025: a message that changed the colour key alone. Its change colours the cell only when the cell itself changes.</summary>
internal sealed class LateColor() : FeedLintRule("LG025", FindingSeverity.Info)
{
    public override IEnumerable<Finding> Check(FeedSubject subject)
    {
        var columns = subject.Definition.MessagesUpdate && subject.Messages.Count > 0
            ? subject.Definition.Columns.Where(column => IsAbout(subject, column)).ToList()
            : [];
        if (columns.Count == 0)
        {
            return [];
        }

        var late = new HashSet<int>();
        foreach (var outcome in subject.Windows.SelectMany(static window => window))
        {
            var changed = outcome.Outcome.Changes.Select(static change => change.Field).ToHashSet(StringComparer.Ordinal);
            late.UnionWith(columns.Where(column => changed.Contains(column.Render.ColorValueKey!) && !changed.Contains(column.Field)).Select(static column => column.Index));
        }

        return columns.Where(column => late.Contains(column.Index)).Select(column => Report(subject, column));
    }

    private Finding Report(FeedSubject subject, LintColumn column) => Find(
        subject,
        column.PathOf("renderFnParams.colorValueKey"),
        $"A message changed {ValueWords.Quote(column.Render.ColorValueKey!)} alone, which the colour of column {column.Name} follows: with showCellChange Workspace looks "
        + "at it only when the cell's own value changes, so the colour stays.",
        "Send both fields in one message; greenRed and columnColor recolour at once.");

    private static bool IsAbout(FeedSubject subject, LintColumn column) => column.Raw["renderFnParams"]["colorValueKey"].Text is { Length: > 0 } key
        && subject.Definition.Counts(column) && column.ShowsChanges && key != column.Field
        && !subject.Definition.IsRowId(key) && subject.Definition.IsLive(key);
}
