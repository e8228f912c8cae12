using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Widgets.Lint;
using LiveGridStudio.Shared.Widgets.Validation;

namespace LiveGridStudio.App.Check;

/// <summary>What is wrong with a document.</summary>
/// <param name="Kind">Which document it is.</param>
/// <param name="Document">The document itself.</param>
/// <param name="Verdict">What Workspace would say to it.</param>
/// <param name="Lints">What Workspace would take in silence.</param>
internal sealed record DocumentReport(
    DocumentKind Kind, JsValue Document, ValidationReport Verdict, IReadOnlyList<LintFinding> Lints)
{
    /// <summary>Never throws, whatever the document is; the same document gives the same report.</summary>
    public static DocumentReport Of(DocumentKind kind, JsValue document) => kind == DocumentKind.Apps
        ? new DocumentReport(kind, document, AppsValidator.Validate(document), DocumentLinter.LintApps(document))
        : new DocumentReport(kind, document, WidgetsValidator.Validate(document), DocumentLinter.LintWidgets(document));
}
