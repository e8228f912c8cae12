using System.Text;
using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Rules;

/// <summary>Builds the reports of refused documents, with their texts.</summary>
internal static class Refusal
{
    private const int MaxLines = 100;

    public static ValidationReport Breakage(string reason) => new()
    {
        Failure = ValidationFailure.Exception,
        ErrorText = $"Workspace's own check breaks on this document: it refuses the whole backend, and does not say why. {reason}",
    };

    public static ValidationReport Shape(JsValue document) => new()
    {
        Failure = ValidationFailure.Shape,
        ErrorText = "widgets.json: expected an object of widget id to widget, such as "
            + "{\"prices\": {\"name\": \"Prices\", ...}}, "
            + (document.IsList ? "found a list" : "found one bare widget"),
    };

    /// <param name="issues">The listed issues.</param>
    /// <param name="total">Number of all issues.</param>
    /// <param name="document">The refused document.</param>
    public static ValidationReport Of(List<ValidationIssue> issues, int total, JsValue document) => new()
    {
        Failure = ValidationFailure.Issues,
        ErrorText = TextOf(issues, total, document),
        Issues = issues,
        IssueCount = total,
    };

    public static IEnumerable<ValidationIssue> Issues(ReadOnlySpan<SchemaIssue> issues) =>
        issues.ToArray().Select(static issue => new ValidationIssue
        {
            Path = issue.Path,
            Code = issue.Code,
            Message = issue.Message,
            Near = issue.Near,
            Alternatives = [.. (issue.Alternatives ?? []).Select(other => AlternativeTo(issue, other))],
        });

    private static ValidationAlternative AlternativeTo(SchemaIssue issue, SchemaIssue other) =>
        new(Relative(other.Path, issue.Path), other.Code, other.Message);

    private static string Relative(string path, string start) =>
        path.Length == start.Length ? "" : path[(start.Length == 0 ? 0 : start.Length + 1)..];

    private static string TextOf(List<ValidationIssue> issues, int total, JsValue document)
    {
        var text = new StringBuilder();
        ValidationIssue? before = null;
        foreach (var issue in issues.Take(MaxLines))
        {
            if (before is null || before.WidgetId != issue.WidgetId || before.Index != issue.Index)
            {
                text.Append(before is null ? "" : "\n").Append(HeadOf(issue, document)).Append(":\n");
            }

            text.Append("  ").Append(issue.Path.Length == 0 ? "(itself)" : issue.Path)
                .Append(": ").Append(issue.Message).Append('\n');
            before = issue;
        }

        if (total > MaxLines)
        {
            text.Append("  and ").Append(total - MaxLines).Append(" more\n");
        }

        return text.ToString().TrimEnd();
    }

    private static string HeadOf(ValidationIssue issue, JsValue document) => issue.WidgetId is { } id
        ? $"{Short(AppsDocument.NameOf(document[id], "Unknown"))} ({Short(id)})"
        : Short(issue.Template!);

    private static string Short(string text) => ValueWords.Quote(text)[1..^1];
}
