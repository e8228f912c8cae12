using LiveGridStudio.Shared.Checking.Lint.Rules;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>
/// Finds parts of a widget's definition that Workspace accepts but that do not do what their author means. Of a definition that Workspace
/// refuses, the readable parts are linted. Never throws; the order of the findings is always the same.
/// </summary>
public static class WidgetLinter
{
    private static readonly LintRule[] WidgetRules =
    [
        new NoRowId(), new RowIdNotInRows(), new NoSocket(), new AllParamsCanBeEmpty(), new GridSize(), new InsecureAddress(),
        new MultiSelectWithoutOptions(), new NoEffectOnLiveGrid(), new NothingIsLive(), new DroppedKey(),
    ];

    private static readonly ColumnLintRule[] ColumnRules =
    [
        new FrozenColorKey(), new FlashOnFrozenColumn(), new HiddenRenderFunction(), new FormatOnChangeCell(), new RepeatedField(),
        new LegacyGroupByName(), new NullMeansFrozen(), new NoEffectOnText(), new NullColorRules(), new SparklineFormatter(),
    ];

    /// <param name="id">The widget's key in <c>widgets.json</c>.</param>
    /// <param name="definition">The widget's entry in <c>widgets.json</c>.</param>
    public static LintReport Lint(string id, JsValue definition) =>
        Lint(WidgetDefinition.Read(id, definition));

    public static LintReport Lint(WidgetDefinition widget, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(widget);
        var log = new LintLog(cancellationToken: cancellationToken);
        Lint(widget, log);
        return log.ToReport();
    }

    internal static void Lint(WidgetDefinition widget, LintLog log)
    {
        log.ThrowIfCancelled();
        log.WidgetId = widget.Id;
        var start = log.Listed;
        var subject = new LintSubject(widget, log);
        foreach (var rule in WidgetRules)
        {
            if (rule.Applies(subject))
            {
                log.AddRange(rule.Check(subject));
            }
        }

        foreach (var column in subject.Columns)
        {
            log.ThrowIfCancelled();
            foreach (var rule in ColumnRules)
            {
                if (rule.Applies(subject, column))
                {
                    log.AddRange(rule.Check(subject, column));
                }
            }
        }

        log.Sort(start);
    }
}
