using LiveGridStudio.App.Check;
using LiveGridStudio.App.Connect;
using LiveGridStudio.Shared.Grid;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Cli;

/// <summary>One run of <c>preview</c>: read, play, draw, judge.</summary>
internal sealed class PreviewRun(CommandIo io, IServiceProvider services)
{
    private const string Widget = "widget";

    public required string Format { get; init; }

    public required string FailOn { get; init; }

    /// <value>The file for the answer; null for standard output.</value>
    public string? Out { get; init; }

    public async Task<int> RunAsync(string name, CancellationToken cancellationToken)
    {
        var reader = new SourceReader(io, services.GetRequiredService<GuardedHttp>);
        var source = await reader.ReadAsync(name, GuardedHttp.MaxRowsBytes, cancellationToken);
        var request = PreviewRequest.Read(source.Value, out var error) ?? throw new CommandException($"{source.Name}: {error}");
        var findings = PreviewCheck.Lint(request)
            .Select(lint => Findings.OfLint(lint, (source.Value[Widget], [Widget]), source))
            .ToList();
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
            findings.ForEach(finding => ReportText.WriteFinding(lines, finding));
        });
        return CommandOptions.Judge(findings.Select(static finding => finding.Severity), FailOn);
    }
}
