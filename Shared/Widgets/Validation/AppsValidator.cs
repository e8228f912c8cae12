using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Widgets.Validation.Rules;
using LiveGridStudio.Shared.Widgets.Validation.Schemas;

namespace LiveGridStudio.Shared.Widgets.Validation;

/// <summary>Checks a whole <c>apps.json</c> as OpenBB Workspace does when a backend connects.</summary>
public static class AppsValidator
{
    private static readonly KnownKeys Known = new(AppRules.App, "mcp_tool", "searchCategory");

    /// <summary>Never throws; takes time in proportion to the size of the document.</summary>
    public static ValidationReport Validate(JsValue document)
    {
        var issues = new List<ValidationIssue>();
        var apps = AppsDocument.Read(document);
        foreach (var (index, app) in apps)
        {
            var check = new SchemaCheck();
            AppRules.App.Run(app, check);
            var template = AppsDocument.NameOf(app, "Unknown App");
            if (check.Count == 0 && GroupRules.FindBreak(app) is { } group)
            {
                return Refusal.Breakage(
                    $"{ValueWords.Quote(template)}: groups.{group} has no widgetIds, while another group has some "
                    + "and a layout item has no groups of its own");
            }

            issues.AddRange(Refusal.Issues(check).Select(issue => issue with { Index = index, Template = template }));
        }

        var others = Known.FindOthers(apps.Select(static app => app.App));
        return issues.Count > 0
            ? Refusal.Of(issues, document) with { UnrecognizedKeys = others }
            : new ValidationReport { UnrecognizedKeys = others };
    }
}
