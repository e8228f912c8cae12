using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Widgets.Lint;

namespace LiveGridStudio.Shared.Grid.Lint;

/// <summary>One check of rows and messages.</summary>
internal abstract class FeedLintRule(string id, LintSeverity severity)
{
    /// <summary>Where findings about messages point: their source.</summary>
    protected const string MessagesPath = "wsEndpoint";

    public abstract IEnumerable<LintFinding> Check(FeedSubject subject);

    protected LintFinding Find(
        FeedSubject subject,
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
