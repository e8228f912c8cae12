using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Checking.Validation;

/// <summary>The compared parts of a report, as lines of text in a fixed order.</summary>
internal static class Verdict
{
    public static string Of(ValidationReport report) => Lines(
        report.Valid,
        report.Failure?.ToString().ToLowerInvariant(),
        report.Issues.Select(static issue => $"{issue.WidgetId ?? $"{issue.Index} {issue.Template}"} | {issue.Path} | {issue.Code}"),
        report.UnrecognizedKeys.Select(static entry => $"{entry.Name}: {string.Join(", ", entry.Keys)}"));

    public static string Of(JsValue expected) => Lines(
        expected["valid"].Boolean,
        expected["failure"].Text,
        expected["issues"].List.Select(static issue =>
            $"{issue["widgetId"].Text ?? $"{issue["index"]} {issue["template"]}"} | {issue["path"]} | {issue["code"]}"),
        expected["unrecognizedKeys"].List.Select(static entry => $"{entry["name"]}: {string.Join(", ", entry["keys"].List)}"));

    private static string Lines(bool valid, string? failure, IEnumerable<string> issues, IEnumerable<string> others) =>
        string.Join('\n', [
            $"valid: {valid}",
            $"failure: {failure}",
            .. issues.Distinct().Order(StringComparer.Ordinal),
            .. others,
        ]);
}
