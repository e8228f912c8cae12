namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>A check of each effective column of a live grid or table: when a field is repeated, only its last column.</summary>
internal abstract class ColumnLintRule(string id, FindingSeverity severity) : LintRule(id, severity)
{
    /// <summary>
    /// Whether to check the column. It is asked for every column, perhaps a million, so it first looks for the key of the rule without
    /// reading the whole definition.
    /// </summary>
    public virtual bool Applies(LintSubject subject, LintColumn column) =>
        (subject.Widget.IsLiveGrid || (IsForTables && subject.Widget.Type == "table")) && IsAbout(column.Raw) && subject.Counts(column);

    /// <summary>Whether the rule holds for a table too, which has no messages.</summary>
    protected virtual bool IsForTables => false;

    /// <summary>Checks all columns with this rule alone; a linter walks the columns once for all rules instead.</summary>
    public sealed override IEnumerable<Finding> Check(LintSubject subject) =>
        subject.Columns.Where(column => Applies(subject, column)).SelectMany(column => Check(subject, column));

    public abstract IEnumerable<Finding> Check(LintSubject subject, LintColumn column);

    /// <summary>Whether a raw column has the key that the rule checks.</summary>
    protected virtual bool IsAbout(Json.JsValue column) => true;
}
