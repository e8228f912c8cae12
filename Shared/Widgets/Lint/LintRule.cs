namespace LiveGridStudio.Shared.Widgets.Lint;

/// <summary>One check of a widget's definition.</summary>
internal abstract class LintRule(string id, LintSeverity severity) : LintCheck<LintSubject>(id, severity);
