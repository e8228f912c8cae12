using LiveGridStudio.Shared.Checking.Validation.Rules;
using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation;

/// <summary>Checks a whole <c>widgets.json</c> as OpenBB Workspace does when a backend connects.</summary>
public static class WidgetsValidator
{
    private static readonly KnownKeys Known = new(WidgetRules.Keys, "mcp_tool", "searchCategory");

    /// <summary>Never throws; takes time in proportion to the size of the document.</summary>
    public static ValidationReport Validate(JsValue document) => Validate(document, CancellationToken.None);

    /// <summary>The same; throws when the token is cancelled.</summary>
    public static ValidationReport Validate(JsValue document, CancellationToken cancellationToken) => Validate(document, null, cancellationToken);

    /// <summary>The same, and calls back with a verdict on each widget alone.</summary>
    /// <param name="document">The document.</param>
    /// <param name="each">
    /// Receives each entry's id and its verdict, as if it were the only entry; of a document with very many issues only the first are
    /// listed. Without this callback the check ends at the entry where Workspace's own check throws.
    /// </param>
    /// <param name="cancellationToken">Stops the work.</param>
    internal static ValidationReport Validate(
        JsValue document, Action<string, ValidationReport>? each, CancellationToken cancellationToken = default)
    {
        if (document.IsNullish)
        {
            return Refusal.Breakage("the document is null: expected an object of widget id to widget");
        }

        var isShapeless = document.IsList || IsBareWidget(document, cancellationToken);
        if (isShapeless && each is null)
        {
            return Refusal.Shape(document);
        }

        ValidationReport? breakage = null;
        var issues = new List<ValidationIssue>();
        var check = new SchemaCheck(ValidationReport.MaxIssues, cancellationToken);
        foreach (var (id, widget) in JsEntries.Of(document))
        {
            var start = check.Mark;
            if (Run(id, widget, check) is { } broken)
            {
                breakage ??= broken;
                if (each is null)
                {
                    return breakage;
                }

                each(id, broken);
                continue;
            }

            List<ValidationIssue> own = [.. Refusal.Issues(check.ListedSince(start)).Select(issue => issue with { WidgetId = id })];
            issues.AddRange(own);
            each?.Invoke(id, VerdictOn(id, widget, own, check.Count - start.Count));
        }

        return isShapeless ? Refusal.Shape(document)
            : breakage
            ?? (check.Count > 0 ? Refusal.Of(issues, check.Count, document) : Accepted(JsEntries.Of(document)));
    }

    /// <summary>Checks one entry.</summary>
    /// <returns>How Workspace's own check throws on it; null when it does not.</returns>
    private static ValidationReport? Run(string id, JsValue widget, SchemaCheck check)
    {
        if (!widget.IsObject && !widget.IsList)
        {
            return Refusal.Breakage($"{ValueWords.Quote(id)}: expected a widget, found {ValueWords.Of(widget)}");
        }

        WidgetRules.Widget.Run(widget, check);
        return check.TakeBreakage() is { } reason ? Refusal.Breakage($"{ValueWords.Quote(id)}: {reason}") : null;
    }

    private static ValidationReport VerdictOn(string id, JsValue widget, List<ValidationIssue> issues, int count) =>
        count > 0 ? Refusal.Of(issues, count, JsObject.Create((id, widget))) : Accepted([KeyValuePair.Create(id, widget)]);

    private static ValidationReport Accepted(IEnumerable<KeyValuePair<string, JsValue>> entries)
    {
        var others = Known.FindOthers(entries.Select(static entry => ((string?)entry.Key, (int?)null, entry.Value)), out var total);
        return total == 0 ? ValidationReport.Accepted : new ValidationReport { UnrecognizedKeys = others, UnrecognizedCount = total };
    }

    private static bool IsBareWidget(JsValue document, CancellationToken cancellationToken)
    {
        var check = new SchemaCheck(0, cancellationToken);
        WidgetRules.Widget.Run(document, check);
        return check is { Count: 0, Breakage: null };
    }
}
