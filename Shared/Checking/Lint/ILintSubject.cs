using LiveGridStudio.Shared.Contract;

namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>The input of a rule: a widget, and what else is known of it.</summary>
internal interface ILintSubject
{
    WidgetDefinition Widget { get; }

    /// <summary>Receives the findings.</summary>
    LintLog Log { get; }
}
