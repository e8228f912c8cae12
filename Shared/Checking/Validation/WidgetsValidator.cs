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

    /// <summary>The same, which the token ends.</summary>
    public static ValidationReport Validate(JsValue document, CancellationToken cancellationToken)
    {
        if (document.IsNullish)
        {
            return Refusal.Breakage("the document is null: expected an object of widget id to widget");
        }

        if (document.IsList || IsBareWidget(document, cancellationToken))
        {
            return Refusal.Shape(document);
        }

        var issues = new List<ValidationIssue>();
        var check = new SchemaCheck(ValidationReport.MaxIssues, cancellationToken);
        foreach (var (id, widget) in JsEntries.Of(document))
        {
            if (!widget.IsObject && !widget.IsList)
            {
                return Refusal.Breakage($"{ValueWords.Quote(id)}: expected a widget, found {ValueWords.Of(widget)}");
            }

            var start = check.Mark;
            WidgetRules.Widget.Run(widget, check);
            if (check.Breakage is { } reason)
            {
                return Refusal.Breakage($"{ValueWords.Quote(id)}: {reason}");
            }

            if (check.ListedSince(start) is { IsEmpty: false } listed)
            {
                issues.AddRange(Refusal.Issues(listed).Select(issue => issue with { WidgetId = id }));
            }
        }

        if (check.Count > 0)
        {
            return Refusal.Of(issues, check.Count, document);
        }

        var others = Known.FindOthers(JsEntries.Of(document).Select(static entry => entry.Value), out var total);
        return new ValidationReport { UnrecognizedKeys = others, UnrecognizedCount = total };
    }

    private static bool IsBareWidget(JsValue document, CancellationToken cancellationToken)
    {
        var check = new SchemaCheck(0, cancellationToken);
        WidgetRules.Widget.Run(document, check);
        return check is { Count: 0, Breakage: null };
    }
}
