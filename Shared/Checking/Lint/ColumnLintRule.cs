namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>A check of each column of a live grid that counts: of a repeated field only the last one does.</summary>
internal abstract class ColumnLintRule(string id, FindingSeverity severity) : LintRule(id, severity)
{
    /// <summary>
    /// Whether the column is looked at. Asked of every column, of which there may be a million: looks for a key that the rule is about
    /// before anything reads the column's whole definition.
    /// </summary>
    public virtual bool Applies(LintSubject subject, LintColumn column) =>
        subject.Widget.IsLiveGrid && IsAbout(column.Raw) && subject.Counts(column);

    /// <summary>All columns, for a rule by itself; a linter walks through the columns once for all rules.</summary>
    public sealed override IEnumerable<Finding> Check(LintSubject subject) =>
        subject.Columns.Where(column => Applies(subject, column)).SelectMany(column => Check(subject, column));

    public abstract IEnumerable<Finding> Check(LintSubject subject, LintColumn column);

    /// <summary>Whether a column, as it is written, has what the rule is about.</summary>
    protected virtual bool IsAbout(Json.JsValue column) => true;
}
