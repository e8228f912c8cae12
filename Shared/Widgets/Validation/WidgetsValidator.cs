using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Widgets.Validation.Rules;
using LiveGridStudio.Shared.Widgets.Validation.Schemas;

namespace LiveGridStudio.Shared.Widgets.Validation;

/// <summary>Checks a whole <c>widgets.json</c> as OpenBB Workspace does when a backend connects.</summary>
public static class WidgetsValidator
{
    private static readonly KnownKeys Known = new(WidgetRules.Keys, "mcp_tool", "searchCategory");

    /// <summary>Never throws; takes time in proportion to the size of the document.</summary>
    public static ValidationReport Validate(JsValue document)
    {
        if (document.IsNullish)
        {
            return Refusal.Breakage("the document is null: expected an object of widget id to widget");
        }

        if (document.IsList || IsBareWidget(document))
        {
            return Refusal.Shape(document);
        }

        var issues = new List<ValidationIssue>();
        foreach (var (id, widget) in JsEntries.Of(document))
        {
            if (!widget.IsObject && !widget.IsList)
            {
                return Refusal.Breakage($"{ValueWords.Quote(id)}: expected a widget, found {ValueWords.Of(widget)}");
            }

            var check = new SchemaCheck();
            WidgetRules.Widget.Run(widget, check);
            if (check.Breakage is { } reason)
            {
                return Refusal.Breakage($"{ValueWords.Quote(id)}: {reason}");
            }

            issues.AddRange(Refusal.Issues(check).Select(issue => issue with { WidgetId = id }));
        }

        if (issues.Count > 0)
        {
            return Refusal.Of(issues, document);
        }

        var widgets = JsEntries.Of(document).Select(static entry => entry.Value);
        return new ValidationReport { UnrecognizedKeys = Known.FindOthers(widgets) };
    }

    private static bool IsBareWidget(JsValue document)
    {
        var check = new SchemaCheck();
        WidgetRules.Widget.Run(document, check);
        return check is { Count: 0, Breakage: null };
    }
}
