using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.App.Studio.Editor;

/// <summary>Everything there is to say about the text of one definition, each with its place.</summary>
internal sealed class DefinitionCheck
{
    private const int MostFindings = 500;

    private readonly JsValue _value;
    private readonly JsonTextMap _map;

    private DefinitionCheck(string text, JsValue value)
    {
        _value = value;
        _map = JsonTextMap.Read(text);
    }

    public static DefinitionFinding NotJson(JsParseError error)
    {
        var (line, column) = ((int)error.Line, (int)error.Column);
        return new DefinitionFinding
        {
            Kind = FindingKind.NotJson,
            Rule = "not_json",
            Severity = LintSeverity.Error,
            Path = "",
            Span = new JsonTextSpan(line, column, line, column + 1),
            Message = error.Reason,
            Fix = "The preview keeps the last definition that could be read.",
        };
    }

    /// <param name="text">The text, which is JSON.</param>
    /// <param name="value">The same, read.</param>
    /// <param name="widget">The same, as a widget.</param>
    /// <param name="report">What Workspace says to it.</param>
    /// <param name="feed">What its rows and messages say to it.</param>
    /// <param name="total">How many findings there are, those of <paramref name="feed"/> as many as are given.</param>
    public static IReadOnlyList<DefinitionFinding> Run(
        string text,
        JsValue value,
        WidgetDefinition widget,
        ValidationReport report,
        IReadOnlyList<LintFinding> feed,
        out int total)
    {
        var check = new DefinitionCheck(text, value);
        var lints = DocumentLinter.LintWidgets(JsObject.Create((widget.Id, value)), report);
        total = Count(report, lints) + feed.Count;
        return
        [
            .. check.Refusals(report)
                .Concat(lints.Select(lint => check.Of(lint, FindingKind.Lint)))
                .Concat(feed.Select(lint => check.Of(lint, FindingKind.FeedLint)))
                .Concat(report.UnrecognizedKeys.SelectMany(static others => others.Keys).Select(check.OfUnknown))
                .OrderByDescending(static finding => finding.Severity)
                .ThenBy(static finding => finding.Span.Line)
                .ThenBy(static finding => finding.Span.Column)
                .Take(MostFindings),
        ];
    }

    /// <summary>How many <see cref="Run"/> finds without rows and messages; it needs no text and looks up no places.</summary>
    /// <param name="widget">The definition.</param>
    /// <param name="report">What Workspace says to it.</param>
    public static int Count(WidgetDefinition widget, ValidationReport report) =>
        Math.Min(MostFindings, Count(report, DocumentLinter.LintWidgets(JsObject.Create((widget.Id, widget.Raw)), report)));

    private static int Count(ValidationReport report, LintReport lints) => lints.Total
        + report.UnrecognizedKeys.Sum(static others => others.Keys.Count + others.MoreKeys)
        + report.Failure switch
        {
            ValidationFailure.Issues => report.IssueCount,
            null or ValidationFailure.Exception => 0,
            _ => 1,
        };

    private IEnumerable<DefinitionFinding> Refusals(ValidationReport report) => report.Failure switch
    {
        ValidationFailure.Issues => report.Issues.Select(OfIssue),
        // LG022 says what breaks the check, and where.
        null or ValidationFailure.Exception => [],
        _ => [At("", FindingKind.Refused, "shape", LintSeverity.Error, report.ErrorText ?? "Workspace refuses this definition.")],
    };

    private DefinitionFinding OfIssue(ValidationIssue issue) =>
        At(issue.Path, FindingKind.Refused, issue.Code, LintSeverity.Error, issue.Message) with
        {
            Fix = issue.Alternatives.Count == 0 ? null : string.Join("; or ", issue.Alternatives
                .Select(static other => other.Path.Length == 0 ? other.Message : $"{other.Path}: {other.Message}").Distinct().Take(4)),
        };

    private DefinitionFinding Of(LintFinding lint, FindingKind kind) =>
        At(lint.Path, kind, lint.RuleId, lint.Severity, lint.Message) with { Fix = lint.Fix, Repair = lint.Repair };

    private DefinitionFinding OfUnknown(string key) => new()
    {
        Kind = FindingKind.UnrecognizedKey,
        Rule = "unrecognized_key",
        Severity = LintSeverity.Warning,
        Path = key,
        Span = _map.Find([key]),
        Message = "Workspace does not know this key: it says so in its console and passes over it.",
        Fix = "Check the spelling, or take the key away.",
        Repair = widget => widget.Object.Without(key),
    };

    private DefinitionFinding At(string path, FindingKind kind, string rule, LintSeverity severity, string message) => new()
    {
        Kind = kind,
        Rule = rule,
        Severity = severity,
        Path = path,
        Span = _map.Find(DefinitionPath.StepsOf(_value, path)),
        Message = message,
    };
}
