using System.Net;
using LiveGridStudio.App.Connect.Feed;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Cors;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Connect.Documents;

/// <summary>Connects to other backends: fetches their documents as Workspace does. Thread-safe.</summary>
/// <param name="http">The HTTP client.</param>
/// <param name="options">The settings, with the limit of frames.</param>
/// <param name="metrics">Counts the open feeds.</param>
/// <param name="timeProvider">The clock of the feeds.</param>
/// <param name="logger">The log; it gets addresses and reasons, never credentials.</param>
public sealed class RemoteConnector(
    GuardedHttp http,
    IOptions<ConnectOptions> options,
    ConnectMetrics metrics,
    TimeProvider timeProvider,
    ILogger<RemoteConnector> logger)
{
    private const string WidgetsName = "widgets.json";
    private const string AppsName = "apps.json";
    private const int MostMissing = 3;

    /// <value>Why no other backend is read at all, with the name of the setting; null when the allowed ones are.</value>
    public string? Obstacle => http.Obstacle;

    /// <summary>Creates a gate for a backend that the user has not allowed yet; it is open when nobody has to be asked.</summary>
    public OriginGate CreateGate() => options.Value.AskFirst ? new OriginGate() : OriginGate.Open;

    /// <summary>Fetches and validates <c>widgets.json</c>, which is required, and <c>apps.json</c>, which is optional.</summary>
    /// <param name="address">An address that <see cref="BackendAddress.Parse"/> accepts.</param>
    /// <param name="credentials">The credentials of the backend; empty for none.</param>
    /// <param name="gate">Decides which origins may be read for it, now and by the feeds of the connection.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    /// <exception cref="ConsentNeededException">The backend, or an origin that it redirects to, has not been allowed.</exception>
    /// <exception cref="ConnectException">There is no <c>widgets.json</c>; the message is one line in plain words.</exception>
    public async Task<RemoteConnection> ConnectAsync(
        string address, IReadOnlyList<BackendCredential> credentials, OriginGate gate, CancellationToken cancellationToken)
    {
        var access = new BackendAccess(BackendAddress.Parse(address), credentials, gate);
        var answer = await FetchAsync(access, WidgetsName, cancellationToken);
        var widgets = Document(answer, DocumentCheck.ByWidget);
        if (!widgets.Value.IsObject)
        {
            throw new ConnectException(
                $"{ConnectProblem.Name(widgets.Address)} must be an object of widget id to widget, but is {Kind(widgets.Value)}")
            {
                Fault = ConnectFault.BadContent,
            };
        }

        var problems = new List<string>();
        AddRefusal(problems, WidgetsName, widgets);
        var (apps, asksFor) = await AppsAsync(access, problems, cancellationToken);
        AddMissing(problems, apps, widgets);
        return new RemoteConnection(new RemoteFeedSource(http, access, timeProvider, logger)
        {
            MaxFrameBytes = options.Value.MaxFrameBytes,
            Metrics = metrics,
        })
        {
            Widgets = widgets,
            Apps = apps,
            Definitions = WidgetDefinition.ReadAll(widgets.Value),
            Problems = problems,
            AsksFor = asksFor,
            Cors = await CorsAsync(access, answer, cancellationToken),
        };
    }

    private Task<FetchedDocument> FetchAsync(BackendAccess access, string name, CancellationToken cancellationToken) =>
        http.GetAsync(RequestOf(access, name), cancellationToken);

    private static BackendRequest RequestOf(BackendAccess access, string name) =>
        new(WidgetAddress.OfDocument(access.Backend, name), GuardedHttp.MaxDocumentBytes)
        {
            Access = access,
            Origin = Origin.OfWorkspace,
        };

    /// <returns>The document, or the origin that must be allowed for it; neither when there is no document.</returns>
    private async Task<(RemoteDocument? Apps, string? AsksFor)> AppsAsync(
        BackendAccess access, List<string> problems, CancellationToken cancellationToken)
    {
        try
        {
            var apps = Document(
                await FetchAsync(access, AppsName, cancellationToken), static value => DocumentCheck.Of(DocumentKind.Apps, value));
            AddRefusal(problems, AppsName, apps);
            return (apps, null);
        }
        catch (BadStatusException exception) when (exception.Status == HttpStatusCode.NotFound)
        {
            return default;
        }
        catch (ConsentNeededException needed)
        {
            return (null, needed.Origin);
        }
        catch (ConnectException exception)
        {
            problems.Add(exception.Message);
            return default;
        }
    }

    private async Task<CorsVerdict> CorsAsync(BackendAccess access, FetchedDocument answer, CancellationToken cancellationToken)
    {
        if (access.HeaderNames.Count == 0)
        {
            return CorsCheck.Judge(answer, null, access);
        }

        try
        {
            return CorsCheck.Judge(answer, await http.PreflightAsync(RequestOf(access, WidgetsName), cancellationToken), access);
        }
        catch (ConnectException exception)
        {
            return CorsCheck.Because($"the OPTIONS request that a browser sends first has no answer: {exception.Message}");
        }
    }

    private static RemoteDocument Document(FetchedDocument answer, Func<JsValue, DocumentCheck> judge)
    {
        var value = JsonAnswer.Read(answer);
        return new RemoteDocument(answer.Address, answer.Body, value, judge(value));
    }

    private static void AddRefusal(List<string> problems, string name, RemoteDocument document)
    {
        if (document.Check.Verdict is { Valid: false } report)
        {
            var why = report.IssueCount switch
            {
                0 => report.ErrorText?.Split('\n')[0].Trim(),
                1 => "1 thing is wrong in it",
                var count => $"{count} things are wrong in it",
            };
            problems.Add($"Workspace refuses this {name}: {why}");
        }
    }

    /// <summary>Names the widgets that an app places and that are not served.</summary>
    private static void AddMissing(List<string> problems, RemoteDocument? apps, RemoteDocument widgets)
    {
        var missing = apps is null ? LintReport.Empty : DocumentLinter.LintPlaced(apps.Value, widgets.Value);
        problems.AddRange(missing.Take(MostMissing).Select(static lint => $"apps.json, {Ellipsis.Of(lint.Template ?? "", 60)}: {lint.Message}"));
        if (missing.Total > MostMissing)
        {
            problems.Add($"And {missing.Total - MostMissing} more widgets that apps.json places are not served.");
        }
    }

    private static string Kind(JsValue value) => value.Kind switch
    {
        JsKind.List => "a list",
        JsKind.Text => "a text",
        JsKind.Number => "a number",
        JsKind.Boolean => "true or false",
        _ => "null",
    };
}
