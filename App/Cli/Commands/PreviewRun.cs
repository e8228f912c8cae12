using LiveGridStudio.App.Check;
using LiveGridStudio.App.Cli.Output;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Grid.Headless;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary>One run of <c>preview</c>: reads, plays and draws a request, and chooses the exit code.</summary>
internal sealed class PreviewRun(CommandIo io, CommandHttp http)
{
    private const string Widget = "widget";

    public required string Format { get; init; }

    public required string FailOn { get; init; }

    /// <value>The file for the answer; null for standard output.</value>
    public string? Out { get; init; }

    public async Task<int> RunAsync(string name, CancellationToken cancellationToken)
    {
        var source = await new SourceReader(io, http).ReadAsync(name, GuardedHttp.MaxRowsBytes, cancellationToken);
        var request = PreviewRequest.Read(source.Value, out var error) ?? throw new CommandException($"{source.Name}: {error}");
        var result = HeadlessPreview.Play(request, PreviewLimits.Default, cancellationToken);
        if (!result.IsOk)
        {
            throw new CommandException($"{source.Name}: {result.Error}");
        }

        var lints = PreviewCheck.Lint(request, cancellationToken);
        var findings = Locate(lints, source).Select(finding => new FindingText(source.Name, finding)).ToList();
        await AnswerFile.WriteAsync(io, Out, writer =>
        {
            if (Format == "json")
            {
                writer.WriteLine(PlainText.Of(JsonText.Stringify(PreviewCheck.AnswerOf(result, lints).ToJson())));
                return;
            }

            PreviewTable.Write(io.CreateConsole(writer, breaksLines: true), result.Grid, request, result.Counts);
            var lines = io.CreateConsole(writer, breaksLines: false);
            ReportText.WriteFindings(lines, findings);
            if (lints.Total > lints.Count)
            {
                ReportText.WriteLine(lines, $"{source.Name}: and {lints.Total - lints.Count} more lints");
            }
        });
        return CommandOptions.Judge(Enum.GetValues<FindingSeverity>().Where(severity => lints.CountOf(severity) > 0), FailOn);
    }

    /// <summary>Locates the findings; the definition is the member <c>widget</c> of the request.</summary>
    private static IEnumerable<Finding> Locate(LintReport lints, SourceText source) =>
        FindingList.Locate(lints, source.Document, _ => (source.Value[Widget], [Widget]));
}
