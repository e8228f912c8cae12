namespace LiveGridStudio.Shared.Widgets.Lint.Rules;

/// <summary>LG011: two columns of one field.</summary>
internal sealed class RepeatedField() : LintRule("LG011", LintSeverity.Warning)
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) => subject.Columns
        .Where(column => !subject.Counts(column) && column.Definition.Raw["field"].IsText)
        .Select(column => Find(
            subject,
            column.PathOf("field"),
            $"Field {column.Name} is declared again as column {subject.ColumnOf(column.Definition.Field)!.Index}: "
            + "the last one counts, this one has no effect.",
            "Take one of the two away; to show a value twice, send it under two names.",
            column.Remove()));
}
