using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Check;

/// <summary>Writes reports and lints as JSON; the order of keys is part of the format.</summary>
internal static class CheckJson
{
    /// <summary>
    /// The most characters of ids, names and keys: they come from the document, and the same one may occur in each of a thousand findings.
    /// </summary>
    private const int LongestName = 200;

    /// <remarks>With <c>disabled</c> where rules are switched off.</remarks>
    public static JsValue OfCheck(DocumentCheck check) => check.Off.IsEmpty ? OfAll(check)
        : OfAll(check).With("disabled", ListOf(check.Off.All, static rule => Ellipsis.Of(rule, LongestName)));

    private static JsObject OfAll(DocumentCheck check) => JsObject.Create(
        ("valid", check.Verdict.Valid),
        ("failure", check.Verdict.Failure?.ToString().ToLowerInvariant()),
        ("errorText", check.Verdict.ErrorText),
        ("issues", ListOf(check.Verdict.Issues, OfIssue)),
        ("unrecognizedKeys", ListOf(check.Verdict.UnrecognizedKeys, OfOthers)),
        ("lints", ListOf(check.Lints, OfLint)),
        ("totals", JsObject.Create(
            ("issues", check.Verdict.IssueCount),
            ("lints", check.Lints.Total),
            ("unrecognizedKeys", check.Verdict.UnrecognizedCount))));

    public static JsValue OfLint(Finding lint) => JsObject.Create([
        ("rule", lint.Rule),
        ("severity", NameOf(lint.Severity)),
        .. Owner(lint.WidgetId, lint.Index, lint.Template),
        ("path", lint.Path),
        ("message", lint.Message),
        ("fix", lint.Fix),
    ]);

    /// <summary><c>error</c>, <c>warning</c> or <c>info</c>.</summary>
    public static string NameOf(FindingSeverity severity) => severity.ToString().ToLowerInvariant();

    private static JsValue OfIssue(ValidationIssue issue)
    {
        var result = JsObject.Create([
            .. Owner(issue.WidgetId, issue.Index, issue.Template),
            ("path", issue.Path),
            ("code", issue.Code),
            ("message", issue.Message),
        ]);
        return issue.Alternatives.Count == 0
            ? result
            : result.With("alternatives", ListOf(issue.Alternatives, static other => JsObject.Create(
                ("path", other.Path), ("code", other.Code), ("message", other.Message))));
    }

    private static JsValue OfOthers(UnrecognizedKeys entry)
    {
        var result = JsObject.Create(
            ("name", Ellipsis.Of(entry.Name, LongestName)),
            ("keys", ListOf(entry.Keys, static key => Ellipsis.Of(key, LongestName))));
        return entry.MoreKeys == 0 ? result : result.With("moreKeys", entry.MoreKeys);
    }

    /// <summary>The keys that name the owner: index and template for an app, the id for a widget.</summary>
    private static (string, JsValue)[] Owner(string? widgetId, int? index, string? template) => index is { } place
        ? [("index", place), ("template", Short(template))]
        : [("widgetId", Short(widgetId))];

    private static string? Short(string? name) => name is null ? null : Ellipsis.Of(name, LongestName);

    private static JsValue ListOf<T>(IReadOnlyList<T> items, Func<T, JsValue> write) =>
        JsValue.FromList([.. items.Select(write)]);
}
