using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Widgets.Lint.Rules;

namespace LiveGridStudio.Shared.Widgets.Lint;

/// <summary>
/// Finds what in a widget's definition will not do what its author means, although Workspace takes it. A definition that
/// Workspace refuses is looked at as far as it can be read. Never throws; the order of the findings is always the same.
/// </summary>
public static class WidgetLinter
{
    private static readonly LintRule[] Rules =
    [
        new FrozenColorKey(), new NoRowId(), new RowIdNotInRows(), new NoSocket(), new FlashOnFrozenColumn(),
        new HiddenRenderFunction(), new FormatOnChangeCell(), new AllParamsCanBeEmpty(), new GridSize(), new RepeatedField(),
        new LegacyGroupByName(), new InsecureAddress(), new MultiSelectWithoutOptions(), new NullMeansFrozen(),
        new NoEffectOnText(), new NoEffectOnLiveGrid(), new NothingIsLive(), new NullColorRules(), new LateColor(),
    ];

    /// <param name="id">The widget's key in <c>widgets.json</c>.</param>
    /// <param name="definition">The widget, as it stands there.</param>
    public static IReadOnlyList<LintFinding> Lint(string id, JsValue definition) =>
        Lint(WidgetDefinition.Read(id, definition));

    public static IReadOnlyList<LintFinding> Lint(WidgetDefinition widget)
    {
        ArgumentNullException.ThrowIfNull(widget);
        var subject = new LintSubject(widget);
        var findings = Rules.SelectMany(rule => rule.Check(subject)).ToList();
        findings.Sort(LintOrder.Instance);
        return findings;
    }
}
