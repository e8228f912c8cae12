using LiveGridStudio.Shared.Checking.Validation.Rules;
using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation;

/// <summary>Checks a whole <c>apps.json</c> as OpenBB Workspace does when a backend connects.</summary>
public static class AppsValidator
{
    private static readonly KnownKeys Known = new(AppRules.App, "mcp_tool", "searchCategory");

    /// <summary>Never throws; takes time in proportion to the size of the document.</summary>
    public static ValidationReport Validate(JsValue document) => Validate(document, CancellationToken.None);

    /// <summary>The same; throws when the token is cancelled.</summary>
    public static ValidationReport Validate(JsValue document, CancellationToken cancellationToken)
    {
        var issues = new List<ValidationIssue>();
        var check = new SchemaCheck(ValidationReport.MaxIssues, cancellationToken);
        foreach (var (index, app) in AppsDocument.Read(document))
        {
            var start = check.Mark;
            AppRules.App.Run(app, check);
            if (check.IsCleanSince(start) && GroupRules.FindBreak(app) is { } group)
            {
                return Refusal.Breakage(
                    $"{ValueWords.Quote(AppsDocument.NameOf(app, AppsDocument.Nameless))}: groups.{group} has no widgetIds, while another group has some "
                    + "and a layout item has no groups of its own");
            }

            if (check.ListedSince(start) is { IsEmpty: false } listed)
            {
                var template = AppsDocument.NameOf(app, AppsDocument.Nameless);
                issues.AddRange(Refusal.Issues(listed).Select(issue => issue with { Index = index, Template = template }));
            }
        }

        var others = Known.FindOthers(AppsDocument.Read(document).Select(static app => ((string?)null, (int?)app.Index, app.App)), out var total);
        var report = check.Count > 0 ? Refusal.Of(issues, check.Count, document) : new ValidationReport();
        return report with { UnrecognizedKeys = others, UnrecognizedCount = total };
    }
}
