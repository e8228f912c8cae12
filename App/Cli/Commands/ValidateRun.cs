using LiveGridStudio.App.Cli.Output;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.App.Doctor;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary>One run of <c>validate</c>: reads, checks and writes, and chooses the exit code.</summary>
internal sealed class ValidateRun(CommandIo io, CommandHttp http, ValidateRequest request)
{
    private const string WidgetsFile = "widgets.json";
    private const string AppsFile = "apps.json";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (request.Probe is { } backend)
        {
            return await ProbeAsync(backend, cancellationToken);
        }

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
        if (request.Source is null)
        {
            throw new CommandException("Name a file or a URL, or a backend with --probe. See --help.");
        }

        var source = await ReadAsync(cancellationToken);
        var document = CheckedDocument.Of(source, KindOf(source), http.Rules.With(request.Off));
        return [document.Check.Kind == DocumentKind.Apps ? await WithPlacedAsync(document, cancellationToken) : document];
    }

    /// <summary>An <c>apps.json</c> is judged with the <c>widgets.json</c> beside it, where there is one that can be read.</summary>
    private async Task<CheckedDocument> WithPlacedAsync(CheckedDocument apps, CancellationToken cancellationToken)
    {
        var beside = SourceReader.AsAddress(request.Source!) is null ? Path.Combine(Path.GetDirectoryName(request.Source!) ?? "", WidgetsFile) : null;
        if (beside is null || request.Source == SourceReader.StandardInput || !File.Exists(beside))
        {
            return apps;
        }

        var widgets = await new SourceReader(io, http).ReadAsync(beside, GuardedHttp.MaxDocumentBytes, cancellationToken);
        return widgets.Value.IsObject ? apps with { Check = apps.Check.With(DocumentLinter.LintPlaced(apps.Check.Document, widgets.Value, cancellationToken)) } : apps;
    }

    /// <summary>Hands over to the doctor, which looks at the given document in the place of the backend's own.</summary>
    private async Task<int> ProbeAsync(Uri backend, CancellationToken cancellationToken)
    {
        var source = request.Source is null ? null : await ReadAsync(cancellationToken);
        if (source is not null && KindOf(source) == DocumentKind.Apps)
        {
            throw new CommandException($"{source.Name}: --probe looks at the rows of widgets, and this is an apps.json");
        }

        var asked = new DoctorRequest(BackendAddress.Parse(backend.ToString()))
        {
            Off = http.Rules.With(request.Off),
            Widgets = source is null ? null : new DoctorDocument(source.Name, source.Body),
        };
        return await new DoctorRun(io, http, asked) { Format = request.Format, FailOn = request.FailOn, Out = request.Out }.RunAsync(cancellationToken);
    }

    private Task<SourceText> ReadAsync(CancellationToken cancellationToken) =>
        new SourceReader(io, http).ReadAsync(request.Source!, GuardedHttp.MaxDocumentBytes, cancellationToken);

    private DocumentKind KindOf(SourceText source) => request.Kind ?? Guess(request.Source!, source.Value);

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
                writer.WriteLine(PlainText.Of(JsonText.Stringify(documents[0].ToJson())));
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
        if (documents[0].Check.Off is { IsEmpty: false } off)
        {
            ReportText.WriteLine(io.CreateConsole(io.Output, breaksLines: false), $"Switched off: {string.Join(", ", off.All)}.");
        }

        ReportText.WriteLine(
            io.CreateConsole(io.Output, breaksLines: false), $"{ReportText.Count(Count)}; {string.Join(", ", verdicts)}.");

        int Count(FindingSeverity severity) => documents.Sum(document => document.CountOf(severity));
    }
}
