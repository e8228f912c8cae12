using LiveGridStudio.App.Connect.Feed;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Checking.FeedLint;
using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary>The result of reading the rows of one widget.</summary>
internal sealed record WidgetProbe(string WidgetId)
{
    /// <value>Number of rows; null when they were not read.</value>
    public int? Rows { get; init; }

    /// <value>Why they were not read; null when they were.</value>
    public string? Problem { get; init; }

    public LintReport Lints { get; init; } = LintReport.Empty;

    /// <value>The problem as a finding; null when the rows were read.</value>
    public Finding? Failure => Problem is null ? null : new Finding
    {
        Kind = FindingKind.Network,
        Rule = FindingRule.Probe,
        Severity = FindingSeverity.Warning,
        WidgetId = WidgetId,
        Path = "endpoint",
        Message = $"The rows were not read. {Problem}",
    };

    /// <summary>Reads and lints the rows of every live grid and table of a <c>widgets.json</c>, one after the other.</summary>
    public static async Task<IReadOnlyList<WidgetProbe>> RunAsync(
        GuardedHttp http, Uri backend, JsValue document, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var access = new BackendAccess(backend, [], OriginGate.Open);
        var probes = new List<WidgetProbe>();
        var grids = WidgetDefinition.ReadAll(document).Where(static widget => widget.IsLiveGrid || widget.Type == "table");
        foreach (var widget in grids)
        {
            probes.Add(await RunAsync(new RemoteRows(http, access, widget), widget, timeProvider, cancellationToken));
        }

        return probes;
    }

    public JsValue ToJson() => JsObject.Create(
        ("widgetId", WidgetId),
        ("rows", Rows is { } rows ? rows : JsValue.Null),
        ("error", Problem));

    private static async Task<WidgetProbe> RunAsync(
        RemoteRows rows, WidgetDefinition widget, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        try
        {
            var payload = await rows.ReadAsync(WidgetParams.DefaultsOf(widget, timeProvider), cancellationToken);
            return new WidgetProbe(widget.Id)
            {
                Rows = payload.IsObject ? 1 : payload.List.Count,
                Lints = FeedLinter.Lint(widget, payload, cancellationToken: cancellationToken),
            };
        }
        catch (ConnectException exception)
        {
            return new WidgetProbe(widget.Id) { Problem = exception.Message };
        }
    }
}
