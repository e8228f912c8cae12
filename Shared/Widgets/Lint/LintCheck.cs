using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Widgets.Lint;

/// <summary>One check, with the id and weight of its findings.</summary>
internal abstract class LintCheck<TSubject>(string id, LintSeverity severity)
    where TSubject : ILintSubject
{
    public string Id => id;

    public abstract IEnumerable<LintFinding> Check(TSubject subject);

    protected LintFinding Find(
        TSubject subject,
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
