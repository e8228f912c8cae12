using LiveGridStudio.App.Check;
using LiveGridStudio.App.Cli.Output;
using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary>A document with what is wrong with it, and with its backend's rows if they were looked at.</summary>
/// <param name="Source">The document's text.</param>
/// <param name="Report">What is wrong with it.</param>
/// <param name="Probes">What came of looking at rows; null when they were not.</param>
internal sealed record CheckedDocument(SourceText Source, DocumentReport Report, IReadOnlyList<WidgetProbe>? Probes = null)
{
    public static CheckedDocument Of(SourceText source, DocumentKind kind) => new(source, DocumentReport.Of(kind, source.Value));

    public CheckedDocument With(IReadOnlyList<WidgetProbe> probes) => this with
    {
        Report = Report with { Lints = probes.Aggregate(Report.Lints, static (lints, probe) => lints.Concat(probe.Lints)) },
        Probes = probes,
    };

    public IReadOnlyList<Finding> Findings() => Source.Locate([.. Output.Findings.Of(Source, Report), .. FailedProbes()]);

    /// <summary>What is counted and not listed, in one sentence; null when everything is listed.</summary>
    public string? More => Output.Findings.More(Report);

    /// <summary>How many findings of a severity there are, listed or not.</summary>
    public int CountOf(LintSeverity severity) => Output.Findings.CountOf(Report, severity)
        + (severity == LintSeverity.Warning ? FailedProbes().Count() : 0);

    /// <summary>The API's answer; with <c>probe</c> when rows were looked at.</summary>
    public JsValue ToJson()
    {
        var answer = CheckJson.OfReport(Report);
        return Probes is null
            ? answer
            : answer.Object.With("probe", JsValue.FromList([.. Probes.Select(static probe => probe.ToJson())]));
    }

    private IEnumerable<Finding> FailedProbes() => (Probes ?? [])
        .Where(static probe => probe.Problem is not null)
        .Select(probe => new Finding(
            LintSeverity.Warning,
            "probe",
            [probe.WidgetId, "endpoint"],
            probe.WidgetId,
            $"The rows were not read. {probe.Problem}"));
}
