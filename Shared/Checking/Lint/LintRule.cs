namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>One check of a widget's definition.</summary>
internal abstract class LintRule(string id, FindingSeverity severity) : LintCheck<LintSubject>(id, severity, FindingKind.Lint)
{
    /// <summary>Whether there is anything to look at; asked of every widget, so that one of a few letters costs next to nothing.</summary>
    public virtual bool Applies(LintSubject subject) => true;
}
