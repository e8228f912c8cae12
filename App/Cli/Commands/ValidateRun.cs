using System.Net;
using LiveGridStudio.App.Cli.Output;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary>One run of <c>validate</c>: reads, checks and writes, and chooses the exit code.</summary>
internal sealed class ValidateRun(CommandIo io, CommandHttp http, ValidateRequest request)
{
    private const string WidgetsFile = "widgets.json";
    private const string AppsFile = "apps.json";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var documents = await CheckAsync(cancellationToken);
        var findings = documents.SelectMany(static document => document.Findings()).ToList();
        await AnswerFile.WriteAsync(io, request.Out, writer => Write(writer, documents, findings));
        if (request.Format == "text" || request.Out is not null)
        {
            WriteSummary(documents);
        }

        var found = Enum.GetValues<FindingSeverity>().Where(severity => documents.Any(document => document.CountOf(severity) > 0));
        return CommandOptions.Judge(found, request.FailOn);
    }

    private async Task<IReadOnlyList<CheckedDocument>> CheckAsync(CancellationToken cancellationToken)
    {
        if (request is { Source: null, Probe: null })
        {
            throw new CommandException("Name a file or a URL, or a backend with --probe. See --help.");
        }

        if (request.Source is null)
        {
            return await CheckBackendAsync(request.Probe!, cancellationToken);
        }

        var source = await new SourceReader(io, http).ReadAsync(request.Source, GuardedHttp.MaxDocumentBytes, cancellationToken);
        var kind = request.Kind ?? Guess(request.Source, source.Value);
        var document = CheckedDocument.Of(source, kind);
        if (request.Probe is not { } backend)
        {
            return [document];
        }

        return kind == DocumentKind.Widgets
            ? [document.With(await ProbeAsync(backend, source.Value, cancellationToken))]
            : throw new CommandException($"{source.Name}: --probe looks at the rows of widgets, and this is an apps.json");
    }

    private Task<IReadOnlyList<WidgetProbe>> ProbeAsync(Uri backend, JsValue document, CancellationToken cancellationToken) =>
        WidgetProbe.RunAsync(http.Http, backend, document, io.Clock, cancellationToken);

    private async Task<IReadOnlyList<CheckedDocument>> CheckBackendAsync(Uri backend, CancellationToken cancellationToken)
    {
        var widgets = await ReadAsync(backend, WidgetsFile, cancellationToken);
        var first = CheckedDocument.Of(widgets, DocumentKind.Widgets)
            .With(await ProbeAsync(backend, widgets.Value, cancellationToken));
        try
        {
            return [first, CheckedDocument.Of(await ReadAsync(backend, AppsFile, cancellationToken), DocumentKind.Apps)];
        }
        catch (BadStatusException exception) when (exception.Status == HttpStatusCode.NotFound)
        {
            // apps.json is optional.
            return [first];
        }
    }

    private async Task<SourceText> ReadAsync(Uri backend, string name, CancellationToken cancellationToken)
    {
        var answer = await http.Http.GetAsync(WidgetAddress.OfDocument(backend, name), GuardedHttp.MaxDocumentBytes, cancellationToken);
        return SourceText.Read(ConnectProblem.Name(answer.Address), answer.Body);
    }

    /// <summary>Guesses by the file name if it is clear, else by the content: apps are a list.</summary>
    private static DocumentKind Guess(string source, JsValue document)
    {
        var path = SourceReader.AsAddress(source)?.AbsolutePath ?? source;
        return Path.GetFileName(path).ToLowerInvariant() switch
        {
            AppsFile => DocumentKind.Apps,
            WidgetsFile => DocumentKind.Widgets,
            _ => document.IsList ? DocumentKind.Apps : DocumentKind.Widgets,
        };
    }

    private void Write(TextWriter writer, IReadOnlyList<CheckedDocument> documents, List<FindingText> findings)
    {
        switch (request.Format)
        {
            case "json":
                var answer = request.Source is not null
                    ? documents[0].ToJson()
                    : JsObject.Create(
                        ("widgets", documents[0].ToJson()),
                        ("apps", documents.Count > 1 ? documents[1].ToJson() : JsValue.Null));
                writer.WriteLine(PlainText.Of(JsonText.Stringify(answer)));
                break;
            case "github":
                findings.ForEach(finding => writer.WriteLine(GithubText.Of(finding)));
                foreach (var document in documents)
                {
                    writer.Write(document.More is { } more ? GithubText.Notice(document.Source.Name, more) + writer.NewLine : "");
                }

                break;
            default:
                var console = io.CreateConsole(writer, breaksLines: false);
                ReportText.WriteFindings(console, findings);
                foreach (var document in documents.Where(static document => document.More is not null))
                {
                    ReportText.WriteLine(console, $"{document.Source.Name}: {document.More}");
                }

                break;
        }
    }

    private void WriteSummary(IReadOnlyList<CheckedDocument> documents)
    {
        var verdicts = documents.Select(static document =>
            $"{document.Source.Name} is {(document.Check.Verdict.Valid ? "accepted" : "refused")} by OpenBB Workspace");
        ReportText.WriteLine(
            io.CreateConsole(io.Output, breaksLines: false), $"{ReportText.Count(Count)}; {string.Join(", ", verdicts)}.");

        int Count(FindingSeverity severity) => documents.Sum(document => document.CountOf(severity));
    }
}
