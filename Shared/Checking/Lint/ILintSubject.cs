using LiveGridStudio.Shared.Contract;

namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>What a rule looks at: a widget, and whatever else it knows of it.</summary>
internal interface ILintSubject
{
    WidgetDefinition Widget { get; }

    /// <summary>Where findings go.</summary>
    LintLog Log { get; }
}
