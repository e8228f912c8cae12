using LiveGridStudio.App.Cli.Output;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;
using LiveGridStudio.Shared.Scaffold;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary>One run of <c>scaffold</c>: reads an endpoint, asks for the row id, writes a <c>widgets.json</c>, and chooses the exit code.</summary>
internal sealed class ScaffoldRun(CommandIo io, CommandHttp http, ScaffoldTarget target)
{
    private const string NoRowId = "(none: messages append rows)";

    /// <summary>Between the two readings, in which rows may change.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <value>The endpoint of the messages; null makes a table.</value>
    public string? WsEndpoint { get; init; }

    /// <value>The columns of the row id; empty asks or guesses.</value>
    public required IReadOnlyList<string> RowId { get; init; }

    public string? WidgetId { get; init; }

    public string? Name { get; init; }

    public required IReadOnlyList<BackendCredential> Credentials { get; init; }

    public bool IsOnce { get; init; }

    public required string FailOn { get; init; }

    /// <value>The file for the answer; null for standard output.</value>
    public string? Out { get; init; }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var request = Request();
        var result = await MakeAsync(request, await ReadAsync(request, cancellationToken), cancellationToken);
        var text = string.Join('\n', result.Document.Split('\n').Select(PlainText.Of));
        await AnswerFile.WriteAsync(io, Out, writer => writer.WriteLine(text));
        await WriteNotesAsync(result, text);
        return CommandOptions.Judge(Enum.GetValues<FindingSeverity>().Where(severity => result.Check!.CountOf(severity) > 0), FailOn);
    }

    private ScaffoldRequest Request()
    {
        if (WsEndpoint is not null && string.IsNullOrWhiteSpace(WsEndpoint))
        {
            throw new CommandException("--ws takes the endpoint of the messages, such as rows_ws");
        }

        return new ScaffoldRequest(string.IsNullOrWhiteSpace(WidgetId) ? target.WidgetId : WidgetId, target.Endpoint)
        {
            WsEndpoint = WsEndpoint is null ? null : target.Shorten(WsEndpoint.Trim()),
            Name = Name,
            RowId = RowId.Count > 0 ? RowId : null,
            Params = target.Params,
        };
    }

    private async Task<IReadOnlyList<JsValue>> ReadAsync(ScaffoldRequest request, CancellationToken cancellationToken)
    {
        var first = await ReadOnceAsync(cancellationToken);
        if (IsOnce || request.WsEndpoint is null)
        {
            return [first];
        }

        await Task.Delay(Pause, io.Clock, cancellationToken);
        return [first, await ReadOnceAsync(cancellationToken)];
    }

    private async Task<JsValue> ReadOnceAsync(CancellationToken cancellationToken)
    {
        var access = new BackendAccess(target.Address, Credentials, OriginGate.Open);
        var answer = await http.Http.GetAsync(
            new BackendRequest(target.Address, GuardedHttp.MaxRowsBytes) { Access = access, Origin = Origin.OfWorkspace }, cancellationToken);
        return JsonAnswer.Read(answer);
    }

    /// <summary>Makes the definition, and once more when the user chooses another row id than the guessed one.</summary>
    private async Task<ScaffoldResult> MakeAsync(ScaffoldRequest request, IReadOnlyList<JsValue> readings, CancellationToken cancellationToken)
    {
        var result = Make(request);
        if (request is { WsEndpoint: not null, RowId: null } && result.Candidates.Count > 1 && io.ChooseAsync is { } choose)
        {
            var choices = result.Candidates.Select(static columns => (Text: WordsOf(columns), Columns: columns)).ToList();
            choices.Insert(result.RowId.Count == 0 ? 0 : choices.Count, (NoRowId, []));
            var chosen = await choose(
                "Which column tells the rows apart?", [.. choices.Select(static choice => choice.Text)], cancellationToken);
            result = Make(request with { RowId = choices[chosen].Columns });
        }

        return result;

        ScaffoldResult Make(ScaffoldRequest made)
        {
            var scaffold = WidgetScaffold.Make(made, [.. readings]);
            return scaffold.Problem is { } problem ? throw new CommandException($"{target.Address.GetLeftPart(UriPartial.Path)}: {problem}") : scaffold;
        }
    }

    private async Task WriteNotesAsync(ScaffoldResult result, string text)
    {
        foreach (var note in result.Notes)
        {
            await io.Error.WriteLineAsync(PlainText.Of(note));
        }

        var name = Out ?? "stdout";
        var located = result.Check!.Locate(JsonTextDocument.Parse(text), result.Check.Findings).Select(finding => new FindingText(name, finding));
        ReportText.WriteFindings(io.CreateConsole(io.Error, breaksLines: false), located);
    }

    private static string WordsOf(IReadOnlyList<string> columns) => string.Join(" + ", columns);
}
