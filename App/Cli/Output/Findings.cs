using System.Globalization;
using LiveGridStudio.App.Check;
using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Cli.Output;

/// <summary>The lines of a report, not yet located: what Workspace refuses, the lints, the keys that it passes over.</summary>
internal static class Findings
{
    public static IReadOnlyList<Finding> Of(SourceText source, DocumentReport report) =>
    [
        .. Refusals(source, report),
        .. report.Lints.Select(lint => OfLint(lint, Owner(source, report, lint.WidgetId, lint.Index))),
        .. Unrecognized(source, report),
    ];

    /// <summary>How many findings of a severity a report has, listed or not.</summary>
    public static int CountOf(DocumentReport report, LintSeverity severity)
    {
        var verdict = report.Verdict;
        return report.Lints.CountOf(severity) + severity switch
        {
            LintSeverity.Error => verdict.Failure is ValidationFailure.Shape or ValidationFailure.Exception ? 1 : verdict.IssueCount,
            LintSeverity.Info => verdict.UnrecognizedKeys.Sum(static others => others.Keys.Count + others.MoreKeys)
                + verdict.UnrecognizedCount - verdict.UnrecognizedKeys.Count,
            _ => 0,
        };
    }

    /// <summary>Such as <c>and 1234 more issues, 20 more lints</c>; null when everything is listed.</summary>
    public static string? More(DocumentReport report)
    {
        var keys = report.Verdict.UnrecognizedKeys.Sum(static others => others.MoreKeys);
        string[] more =
        [
            .. Part(report.Verdict.IssueCount - report.Verdict.Issues.Count, "issue"),
            .. Part(report.Lints.Total - report.Lints.Count, "lint"),
            .. Part(keys, "unrecognized key"),
            .. Part(report.Verdict.UnrecognizedCount - report.Verdict.UnrecognizedKeys.Count, "entry with unrecognized keys", "entries with unrecognized keys"),
        ];
        return more.Length == 0 ? null : $"and {string.Join(", ", more)}";
    }

    private static string[] Part(int count, string one, string? several = null) =>
        count <= 0 ? [] : [$"{Number(count)} more {(count == 1 ? one : several ?? one + "s")}"];

    /// <param name="lint">The lint.</param>
    /// <param name="owner">The widget or app that it is about, and where that is.</param>
    public static Finding OfLint(LintFinding lint, (JsValue Value, string[] Path) owner) => new(
        lint.Severity,
        lint.RuleId,
        FindingPath.Resolve(owner.Value, lint.Path, owner.Path),
        Subject(lint.WidgetId ?? lint.Template, lint.Path),
        lint.Message)
    {
        Fix = lint.Fix,
    };

    private static IEnumerable<Finding> Refusals(SourceText source, DocumentReport report)
    {
        if (report.Verdict.Failure is ValidationFailure.Shape or ValidationFailure.Exception)
        {
            var code = report.Verdict.Failure.Value.ToString().ToLowerInvariant();
            return [new Finding(LintSeverity.Error, code, [], "", report.Verdict.ErrorText ?? "The document is refused.")];
        }

        return report.Verdict.Issues.Select(issue =>
        {
            var owner = Owner(source, report, issue.WidgetId, issue.Index);
            var path = FindingPath.Resolve(owner.Value, issue.Path, owner.Path);
            var subject = Subject(issue.WidgetId ?? issue.Template, issue.Path);
            return new Finding(LintSeverity.Error, issue.Code, path, subject, issue.Message);
        });
    }

    /// <summary>The reports have names, not places; both are in the order of the document.</summary>
    private static IEnumerable<Finding> Unrecognized(SourceText source, DocumentReport report)
    {
        var entries = Entries(source.Value, report.Kind).ToList();
        var next = 0;
        foreach (var others in report.Verdict.UnrecognizedKeys)
        {
            var at = entries.FindIndex(next, entry => others.Keys.All(entry.Value.Object.Has));
            next = at < 0 ? next : at + 1;
            foreach (var key in others.Keys)
            {
                string[] path = at < 0 ? [] : [.. entries[at].Path, key];
                yield return new Finding(
                    LintSeverity.Info, "unrecognized_key", path, others.Name, $"Workspace does not know the key {key}.");
            }
        }
    }

    private static IEnumerable<(JsValue Value, string[] Path)> Entries(JsValue document, DocumentKind kind)
    {
        if (kind == DocumentKind.Apps)
        {
            return document.IsList ? document.List.Select(static (app, i) => (app, new[] { Number(i) })) : [(document, [])];
        }

        return document.Object.Select(static entry => (entry.Value, new[] { entry.Key }));
    }

    private static (JsValue Value, string[] Path) Owner(SourceText source, DocumentReport report, string? widgetId, int? index)
    {
        if (report.Kind == DocumentKind.Apps)
        {
            return source.Value.IsList && index is { } i && i < source.Value.List.Count
                ? (source.Value.List[i], [Number(i)])
                : (source.Value, []);
        }

        return widgetId is null ? (source.Value, []) : (source.Value[widgetId], [widgetId]);
    }

    private static string Subject(string? owner, string path) =>
        string.Join(' ', new[] { owner, path }.Where(static part => !string.IsNullOrEmpty(part)));

    private static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);
}
