using LiveGridStudio.App.Check;
using LiveGridStudio.App.Connect;
using LiveGridStudio.Shared.Grid;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Cli;

/// <summary>One run of <c>preview</c>: read, play, draw, judge.</summary>
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
        var findings = source.Locate(
            [.. PreviewCheck.Lint(request).Select(lint => Findings.OfLint(lint, (source.Value[Widget], [Widget])))]);
        await AnswerFile.WriteAsync(io, Out, writer =>
        {
            if (Format == "json")
            {
                writer.WriteLine(PlainText.Of(JsJson.Stringify(PreviewCheck.Run(source.Value).Answer)));
                return;
            }

            var model = HeadlessPreview.Play(request, out var counts);
            PreviewTable.Write(io.CreateConsole(writer, breaksLines: true), model, request, counts);
            var lines = io.CreateConsole(writer, breaksLines: false);
            ReportText.WriteFindings(lines, findings);
        });
        return CommandOptions.Judge(findings.Select(static finding => finding.Severity), FailOn);
    }
}
