using LiveGridStudio.App.Check;
using LiveGridStudio.App.Cli.Output;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary>A document with its findings, and with those of its backend's rows if they were read.</summary>
/// <param name="Source">The document's text.</param>
/// <param name="Check">The check of the document.</param>
/// <param name="Probes">The results of reading rows; null when they were not read.</param>
internal sealed record CheckedDocument(SourceText Source, DocumentCheck Check, IReadOnlyList<WidgetProbe>? Probes = null)
{
    public static CheckedDocument Of(SourceText source, DocumentKind kind) => new(source, DocumentCheck.Of(kind, source.Value));

    public CheckedDocument With(IReadOnlyList<WidgetProbe> probes) => this with
    {
        Check = probes.Aggregate(Check, static (check, probe) => check.With(probe.Lints)),
        Probes = probes,
    };

    public IEnumerable<FindingText> Findings() =>
        Check.Locate(Source.Document, [.. Check.Findings, .. FailedProbes()]).Select(finding => new FindingText(Source.Name, finding));

    /// <summary>The number of unlisted findings in one sentence; null when everything is listed.</summary>
    public string? More => UnlistedText.Of(Check);

    /// <summary>Number of findings of a severity, listed or not.</summary>
    public int CountOf(FindingSeverity severity) => Check.CountOf(severity) + FailedProbes().Count(probe => probe.Severity == severity);

    /// <summary>The same JSON as the API's answer, plus <c>probe</c> when rows were read.</summary>
    public JsValue ToJson()
    {
        var answer = CheckJson.OfCheck(Check);
        return Probes is null
            ? answer
            : answer.Object.With("probe", JsValue.FromList([.. Probes.Select(static probe => probe.ToJson())]));
    }

    private IEnumerable<Finding> FailedProbes() => (Probes ?? []).Select(static probe => probe.Failure).OfType<Finding>();
}
