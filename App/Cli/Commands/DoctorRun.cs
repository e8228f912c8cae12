using LiveGridStudio.App.Cli.Output;
using LiveGridStudio.App.Doctor;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary>One run of <c>doctor</c>, or of <c>validate --probe</c>: looks at the backend, writes the report, and chooses the exit code.</summary>
internal sealed class DoctorRun(CommandIo io, CommandHttp http, DoctorRequest request)
{
    /// <value><c>text</c>, <c>json</c>, <c>github</c> or <c>junit</c>.</value>
    public required string Format { get; init; }

    public required string FailOn { get; init; }

    /// <value>The file for the answer; null for standard output.</value>
    public string? Out { get; init; }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var report = await http.CreateDoctor(io.Clock).ExamineAsync(request, null, cancellationToken);
        if (DoctorRefusal.Of(report) is { } refusal)
        {
            throw new CommandException(refusal);
        }

        await AnswerFile.WriteAsync(io, Out, writer => Write(writer, report));
        if (Out is not null)
        {
            ReportText.WriteLine(io.CreateConsole(io.Output, breaksLines: false), DoctorWording.Of(report));
        }

        return CommandOptions.Judge(Severities(report), FailOn);
    }

    private void Write(TextWriter writer, DoctorReport report)
    {
        switch (Format)
        {
            case "json":
                writer.WriteLine(PlainText.Of(JsonText.Stringify(DoctorJson.Of(report))));
                break;
            case "github":
                DoctorGithub.Write(writer, report);
                break;
            case "junit":
                DoctorJUnit.Write(writer, report);
                break;
            default:
                DoctorText.Write(io.CreateConsole(writer, breaksLines: false), report);
                break;
        }
    }

    /// <summary>The severities of steps and findings.</summary>
    private static IEnumerable<FindingSeverity> Severities(DoctorReport report) =>
    [
        .. report.Findings.Select(static found => found.Finding.Severity),
        .. report.CountOf(DoctorStatus.Error) > 0 ? [FindingSeverity.Error] : Array.Empty<FindingSeverity>(),
        .. report.CountOf(DoctorStatus.Warning) > 0 ? [FindingSeverity.Warning] : Array.Empty<FindingSeverity>(),
    ];
}
