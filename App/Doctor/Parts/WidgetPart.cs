using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Checking.FeedLint;
using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Doctor.Parts;

/// <summary>Looks at one widget: its endpoint, its options, its socket, and what its rows and messages show.</summary>
internal sealed class WidgetPart(DoctorVisit visit, WidgetDefinition widget, SemaphoreSlim requests, SemaphoreSlim sockets)
{
    private JsValue _rows;

    /// <value>Steps of the endpoint.</value>
    public StepList Endpoint { get; } = visit.Begin(widget.Id);

    /// <value>Steps of the socket.</value>
    public StepList Socket { get; } = visit.Begin(widget.Id);

    /// <value>Findings of the rows and messages.</value>
    public LintReport Findings { get; private set; } = LintReport.Empty;

    public async Task RunAsync(bool asksOtherOrigins, CancellationToken cancellationToken)
    {
        await InTurnAsync(requests, () => AskAsync(asksOtherOrigins, cancellationToken), Endpoint, "widget.endpoint", cancellationToken);
        var hasRows = widget.IsLiveGrid || widget.Type == "table";
        if (!hasRows)
        {
            return;
        }

        var rows = new FeedRows(widget, _rows);
        IReadOnlyList<PreviewMessage> messages = [];
        if (!string.IsNullOrWhiteSpace(widget.WsEndpoint))
        {
            await InTurnAsync(
                sockets,
                async () => messages = await SocketPart.RunAsync(Socket, visit, widget, rows, cancellationToken),
                Socket,
                "socket.handshake",
                cancellationToken);
        }

        Findings = FeedLinter.Lint(rows, messages, cancellationToken).Without(visit.Request.Off);
        AddFindings();
    }

    private async Task AskAsync(bool asksOtherOrigins, CancellationToken cancellationToken)
    {
        var asked = await EndpointPart.RunAsync(Endpoint, visit, widget, cancellationToken);
        if (asked?.Answer is { } answer)
        {
            await CorsPart.AddAsync(Endpoint, visit, "cors.endpoint", "its answer", answer, asksOtherOrigins, cancellationToken);
            _rows = JsonText.TryParse(answer.Body, out var value, out _) ? WidgetRows.In(value, widget) : default;
            await EmptyPart.RunAsync(Endpoint, visit, widget, cancellationToken);
        }

        await OptionsPart.RunAsync(Endpoint, visit, widget, cancellationToken);
    }

    private async Task InTurnAsync(SemaphoreSlim places, Func<Task> run, StepList steps, string id, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            if (visit.IsOver)
            {
                steps.Skip(id, $"Not asked: the {DoctorLimits.Longest.TotalMinutes:0} minutes for the whole backend are over.");
            }
            else
            {
                await run();
            }
        }
        finally
        {
            places.Release();
        }
    }

    private void AddFindings()
    {
        var (errors, warnings) = (Findings.CountOf(FindingSeverity.Error), Findings.CountOf(FindingSeverity.Warning));
        // What is wrong with the shape of the answer has been said; the rest follows from it.
        if (errors + warnings == 0 || Endpoint.Any(static step => step is { Id: "widget.shape", Status: DoctorStatus.Error }))
        {
            return;
        }

        var rules = string.Join(", ", Findings.Where(static finding => finding.Severity >= FindingSeverity.Warning).Select(static finding => finding.Rule).Distinct());
        Endpoint.Add(
            "widget.rows",
            errors > 0 ? DoctorStatus.Error : DoctorStatus.Warning,
            $"Its rows or messages are shown otherwise than they are meant: {rules}.",
            "The findings say what to change.",
            DoctorWording.Counts(errors, warnings));
    }
}
