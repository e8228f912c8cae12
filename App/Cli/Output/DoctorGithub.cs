using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Doctor;

namespace LiveGridStudio.App.Cli.Output;

/// <summary>Writes a doctor's report as GitHub workflow commands.</summary>
internal static class DoctorGithub
{
    public static void Write(TextWriter writer, DoctorReport report)
    {
        foreach (var step in report.Steps.Where(static step => step.Status is DoctorStatus.Error or DoctorStatus.Warning))
        {
            var subject = step.WidgetId is null ? "" : $"{step.WidgetId}: ";
            writer.WriteLine(GithubText.Titled(
                step.Status == DoctorStatus.Error ? "error" : "warning", step.Id, $"{subject}{step.Message}{(step.Fix is null ? "" : " " + step.Fix)}"));
        }

        foreach (var found in report.Findings)
        {
            writer.WriteLine(GithubText.Of(new FindingText(found.Source, found.Finding)));
        }

        writer.WriteLine(GithubText.Titled("notice", ConnectProblem.Name(report.Backend), $"{DoctorJson.NameOf(report.Verdict)}. {DoctorWording.Of(report)}"));
    }
}
