using LiveGridStudio.App.Check;
using LiveGridStudio.App.Cli.Output;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary>A document with its findings.</summary>
/// <param name="Source">The document's text.</param>
/// <param name="Check">The check of the document.</param>
internal sealed record CheckedDocument(SourceText Source, DocumentCheck Check)
{
    public static CheckedDocument Of(SourceText source, DocumentKind kind, RuleSwitches off) => new(source, DocumentCheck.Of(kind, source.Value, off));

    public IEnumerable<FindingText> Findings() =>
        Check.Locate(Source.Document, Check.Findings).Select(finding => new FindingText(Source.Name, finding));

    /// <summary>The number of unlisted findings in one sentence; null when everything is listed.</summary>
    public string? More => UnlistedText.Of(Check);

    /// <summary>Number of findings of a severity, listed or not.</summary>
    public int CountOf(FindingSeverity severity) => Check.CountOf(severity);

    /// <summary>The same JSON as the API's answer.</summary>
    public JsValue ToJson() => CheckJson.OfCheck(Check);
}
