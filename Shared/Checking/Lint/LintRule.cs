namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>One check of a widget's definition.</summary>
internal abstract class LintRule(string id, FindingSeverity severity) : LintCheck<LintSubject>(id, severity, FindingKind.Lint)
{
    /// <summary>Whether the rule concerns the widget at all. Asked of every widget, so that a tiny widget costs almost nothing.</summary>
    public virtual bool Applies(LintSubject subject) => true;
}
