using System.Runtime.CompilerServices;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>One check, with the id and severity of its findings.</summary>
internal abstract class LintCheck<TSubject>(string id, FindingSeverity severity, FindingKind kind)
    where TSubject : ILintSubject
{
    /// <summary>Placeholders for findings that are counted but not listed.</summary>
    private readonly Finding[] _unlisted =
    [
        .. Enumerable.Range(0, LintReport.Severities).Select(weight => new Finding
        {
            Rule = id, Severity = (FindingSeverity)weight, Path = "", Message = "", Fix = "",
        }),
    ];

    public string Id => id;

    public abstract IEnumerable<Finding> Check(TSubject subject);

    protected Finding Find(
        TSubject subject,
        string path,
        [InterpolatedStringHandlerArgument(nameof(subject))] LintText message,
        [InterpolatedStringHandlerArgument(nameof(subject))] LintText fix,
        Func<JsValue, JsValue>? repair = null,
        FindingSeverity? weight = null) => !subject.Log.HasRoom ? _unlisted[(int)(weight ?? severity)] : new()
        {
            Kind = kind,
            Rule = id,
            Severity = weight ?? severity,
            WidgetId = subject.Widget.Id,
            Path = path,
            Message = message.ToString(),
            Fix = fix.ToString(),
            Repair = repair,
        };
}
