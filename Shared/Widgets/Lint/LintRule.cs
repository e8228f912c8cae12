using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Widgets.Lint;

/// <summary>One check of a widget's definition.</summary>
internal abstract class LintRule(string id, LintSeverity severity)
{
    public string Id => id;

    public abstract IEnumerable<LintFinding> Check(LintSubject subject);

    protected LintFinding Find(
        LintSubject subject,
        string path,
        string message,
        string fix,
        Func<JsValue, JsValue>? repair = null,
        LintSeverity? weight = null) => new()
        {
            RuleId = id,
            Severity = weight ?? severity,
            WidgetId = subject.Widget.Id,
            Path = path,
            Message = message,
            Fix = fix,
            Repair = repair,
        };
}
