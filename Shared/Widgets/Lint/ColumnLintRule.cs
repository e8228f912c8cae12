namespace LiveGridStudio.Shared.Widgets.Lint;

/// <summary>A check of each column of a live grid that counts: of a repeated field only the last one does.</summary>
internal abstract class ColumnLintRule(string id, LintSeverity severity) : LintRule(id, severity)
{
    public sealed override IEnumerable<LintFinding> Check(LintSubject subject) =>
        subject.Widget.IsLiveGrid
            ? subject.Columns.Where(subject.Counts).SelectMany(column => Check(subject, column))
            : [];

    protected abstract IEnumerable<LintFinding> Check(LintSubject subject, LintColumn column);
}
