using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.App.Doctor.Parts;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Workspace;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Doctor;

/// <summary>
/// Looks at everything that decides whether Workspace can use a backend, in the order in which things break. Sends nothing but GET, OPTIONS
/// and the handshake and messages of WebSockets. Thread-safe.
/// </summary>
internal sealed class BackendDoctor(GuardedHttp http, IOptions<ConnectOptions> options, TimeProvider clock)
{
    /// <value>Why no other backend is read at all, with the name of the setting; null when the allowed ones are.</value>
    public string? Obstacle => http.Obstacle;

    /// <param name="request">Which backend, and how.</param>
    /// <param name="progress">Told of each step as it comes, on any thread, in any order; null for nobody.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<DoctorReport> ExamineAsync(
        DoctorRequest request, IProgress<DoctorStep>? progress, CancellationToken cancellationToken)
    {
        var visit = new DoctorVisit(http, request, options.Value, clock, progress);
        var address = WidgetAddress.OfDocument(request.Backend, "widgets.json");
        var first = await visit.AskAsync(address, GuardedHttp.MaxDocumentBytes, cancellationToken);
        var reach = ReachPart.Judge(visit, first);
        if (reach.Any(static step => step is { Id: "reach.address", Status: DoctorStatus.Error }) && request.Widgets is null)
        {
            return new DoctorReport(request.Backend, reach, []) { AsksFor = [.. visit.AsksFor.Keys] };
        }

        var second = await visit.AskAsync(WidgetAddress.OfDocument(request.Backend, "apps.json"), GuardedHttp.MaxDocumentBytes, cancellationToken);
        var cors = await CorsAsync(visit, address, first, second, cancellationToken);
        var documents = visit.Begin();
        var widgets = DocumentsPart.Read(documents, visit, DocumentKind.Widgets, first);
        var apps = DocumentsPart.Read(documents, visit, DocumentKind.Apps, second);
        var definitions = widgets is null ? [] : WidgetDefinition.ReadAll(widgets.Value);
        AddEmpty(documents, widgets, apps);
        var parts = await WidgetsAsync(visit, documents, definitions, cancellationToken);
        var ofApps = visit.Begin();
        if (apps is not null)
        {
            AppsPart.Judge(ofApps, apps, definitions);
        }

        apps = apps is null || widgets is null ? apps : apps with { Check = apps.Check.With(DocumentLinter.LintPlaced(apps.Value, widgets.Value, cancellationToken)) };
        var found = DoctorFindings.Of(widgets, apps, parts.Select(static part => part.Findings));
        return new DoctorReport(
            request.Backend,
            [.. reach, .. cors, .. documents, .. parts.SelectMany(static part => part.Endpoint), .. parts.SelectMany(static part => part.Socket), .. ofApps],
            found.Listed)
        {
            AsksFor = [.. visit.AsksFor.Keys.Order(StringComparer.Ordinal)],
            MoreFindings = found.More,
            Off = request.Off,
        };
    }

    private static async Task<StepList> CorsAsync(
        DoctorVisit visit, Uri address, DoctorAnswer first, DoctorAnswer second, CancellationToken cancellationToken)
    {
        var steps = visit.Begin();
        await CorsPart.AddPreflightAsync(steps, visit, address, cancellationToken);
        if (first.Answer is { } widgets)
        {
            await CorsPart.AddAsync(steps, visit, "cors.widgets", "widgets.json", widgets, asksOthers: true, cancellationToken);
        }
        else
        {
            steps.Skip("cors.widgets", "Whether a browser may read widgets.json shows once it is served.");
        }

        if (second.Answer is { } apps)
        {
            await CorsPart.AddAsync(steps, visit, "cors.apps", "apps.json", apps, asksOthers: true, cancellationToken);
        }

        return steps;
    }

    private static void AddEmpty(StepList steps, ReadDocument? widgets, ReadDocument? apps)
    {
        if (widgets is not { Value: { IsObject: true, Object.Count: 0 } })
        {
            return;
        }

        steps.Add(
            "documents.empty",
            apps is null ? DoctorStatus.Error : DoctorStatus.Warning,
            "widgets.json has no widget: there is nothing that Workspace could show.",
            "Add a widget.",
            "{}");
    }

    private static async Task<IReadOnlyList<WidgetPart>> WidgetsAsync(
        DoctorVisit visit, StepList documents, IReadOnlyList<WidgetDefinition> definitions, CancellationToken cancellationToken)
    {
        if (definitions.Count > DoctorLimits.Widgets)
        {
            documents.Skip("documents.rest", $"Of {definitions.Count} widgets the first {DoctorLimits.Widgets} are asked for their rows.");
        }

        using var requests = new SemaphoreSlim(DoctorLimits.Requests);
        using var sockets = new SemaphoreSlim(DoctorLimits.Sockets);
        var parts = definitions.Take(DoctorLimits.Widgets).Select(widget => (Part: new WidgetPart(visit, widget, requests, sockets), widget.Type)).ToList();
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        // Of each kind of endpoint one is asked with every origin.
        await Task.WhenAll(parts.Select(part => part.Part.RunAsync(kinds.Add(part.Type), cancellationToken)).ToList());
        return [.. parts.Select(static part => part.Part)];
    }
}
