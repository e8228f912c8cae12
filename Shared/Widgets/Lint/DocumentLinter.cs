using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Widgets.Lint.Rules;

namespace LiveGridStudio.Shared.Widgets.Lint;

/// <summary>Lints whole documents: each widget of a <c>widgets.json</c>, each app of an <c>apps.json</c>. Never throws.</summary>
public static class DocumentLinter
{
    /// <summary>By widget in the document's order, what concerns the document first.</summary>
    public static IReadOnlyList<LintFinding> LintWidgets(JsValue document) =>
    [
        .. BrokenCheck.OfWidgets(document),
        .. WidgetDefinition.ReadAll(document).SelectMany(WidgetLinter.Lint),
    ];

    /// <summary>By app in the document's order. The findings have an index and a template, and no widget id.</summary>
    public static IReadOnlyList<LintFinding> LintApps(JsValue document)
    {
        var findings = new List<LintFinding>();
        foreach (var (index, app) in Validation.Rules.AppsDocument.Read(document))
        {
            var own = BrokenCheck.OfApp(app).Concat(LayoutSize.Check(app)).Select(finding => finding with
            {
                Index = index,
                Template = Validation.Rules.AppsDocument.NameOf(app, "Unknown App"),
            }).ToList();
            own.Sort(LintOrder.Instance);
            findings.AddRange(own);
        }

        return findings;
    }
}
