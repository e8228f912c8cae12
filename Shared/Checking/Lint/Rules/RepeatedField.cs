namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG011: two columns of one field.</summary>
internal sealed class RepeatedField() : ColumnLintRule("LG011", FindingSeverity.Warning)
{
    public override bool Applies(LintSubject subject, LintColumn column) => !subject.Counts(column) && column.Raw["field"].IsText;

    public override IEnumerable<Finding> Check(LintSubject subject, LintColumn column)
    {
        yield return Find(
            subject,
            column.PathOf("field"),
            $"Field {column.Name} is declared again as column {subject.ColumnOf(column.Field)!.Index}: the last one counts, this one has no effect.",
            "Take one of the two away; to show a value twice, send it under two names.",
            column.Remove());
    }
}
