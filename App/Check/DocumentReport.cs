using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Check;

/// <summary>What is wrong with a document.</summary>
/// <param name="Kind">Which document it is.</param>
/// <param name="Document">The document itself.</param>
/// <param name="Verdict">What Workspace would say to it.</param>
/// <param name="Lints">What Workspace would take in silence.</param>
internal sealed record DocumentReport(
    DocumentKind Kind, JsValue Document, ValidationReport Verdict, LintReport Lints)
{
    /// <summary>Never throws but for the token, whatever the document is; the same document gives the same report.</summary>
    public static DocumentReport Of(DocumentKind kind, JsValue document, CancellationToken cancellationToken = default)
    {
        if (kind == DocumentKind.Apps)
        {
            var ofApps = AppsValidator.Validate(document, cancellationToken);
            return new DocumentReport(kind, document, ofApps, DocumentLinter.LintApps(document, cancellationToken));
        }

        var verdict = WidgetsValidator.Validate(document, cancellationToken);
        return new DocumentReport(kind, document, verdict, DocumentLinter.LintWidgets(document, verdict, cancellationToken));
    }
}
