using LiveGridStudio.App.Check;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Doctor;
using LiveGridStudio.Shared.Json;
using Spectre.Console;

namespace LiveGridStudio.App.Cli.Output;

/// <summary>Writes a doctor's report for people: a summary of one screen, then all steps and findings.</summary>
internal static class DoctorText
{
    /// <summary>The most problems that the summary lists.</summary>
    private const int MostTold = 8;

    public static void Write(IAnsiConsole console, DoctorReport report)
    {
        Line(console, $"{ReportText.Safe(ConnectProblem.Name(report.Backend))}: [{ColorOf(report.Verdict)}]{DoctorJson.NameOf(report.Verdict)}[/]. ", DoctorWording.Of(report));
        Line(console, "", "");
        foreach (var (group, name) in DoctorWording.Groups)
        {
            var steps = report.Steps.Where(step => step.Group == group).ToList();
            var status = DoctorWording.WorstOf(steps);
            Line(console, $"  [{ColorOf(status)}]{DoctorJson.NameOf(status),-8}[/]", $"{name,-11}{DoctorWording.OfGroup(steps)}");
        }

        if (!report.Off.IsEmpty)
        {
            Line(console, "", $"  Switched off: {string.Join(", ", report.Off.All)}.");
        }

        WriteTold(console, report);
        Line(console, "", "");
        Line(console, "", "All steps");
        foreach (var step in report.Steps)
        {
            WriteStep(console, step, withFix: false);
        }

        if (report.Findings.Count > 0)
        {
            Line(console, "", "");
            Line(console, "", "Findings");
            WriteFindings(console, report);
        }
    }

    private static void WriteTold(IAnsiConsole console, DoctorReport report)
    {
        var told = report.Steps.Where(static step => step.Status is DoctorStatus.Error or DoctorStatus.Warning).OrderByDescending(static step => step.Status).ToList();
        if (told.Count > 0)
        {
            Line(console, "", "");
        }

        foreach (var step in told.Take(MostTold))
        {
            WriteStep(console, step, withFix: true);
        }

        if (told.Count > MostTold)
        {
            Line(console, "", $"  and {told.Count - MostTold} more below.");
        }
    }

    private static void WriteStep(IAnsiConsole console, DoctorStep step, bool withFix)
    {
        var subject = step.WidgetId is null ? "" : $"{Ellipsis.Of(step.WidgetId, 200)}: ";
        var seen = step.Seen is null ? "" : $" ({step.Seen})";
        Line(
            console,
            $"  [{ColorOf(step.Status)}]{DoctorJson.NameOf(step.Status),-8}[/]",
            $"{step.Id}: {subject}{step.Message}{seen}{(withFix && step.Fix is not null ? " " + step.Fix : "")}");
    }

    private static void WriteFindings(IAnsiConsole console, DoctorReport report)
    {
        foreach (var group in FindingGroup.Of(report.Findings))
        {
            var text = new FindingText(group.First.Source, group.First.Finding);
            Line(
                console,
                "",
                $"{text.Place}: {CheckJson.NameOf(group.Severity)} {group.First.Finding.Rule}: {text.Sentence}{group.More}");
        }

        if (report.MoreFindings > 0)
        {
            Line(console, "", $"and {report.MoreFindings} more");
        }
    }

    /// <param name="console">The console.</param>
    /// <param name="markup">The start of the line, as markup.</param>
    /// <param name="text">The rest: hostile text.</param>
    private static void Line(IAnsiConsole console, string markup, string text) => console.MarkupLine(markup + ReportText.Safe(text));

    private static string ColorOf(DoctorVerdict verdict) => verdict switch
    {
        DoctorVerdict.Ready => "green",
        DoctorVerdict.Usable => "yellow",
        _ => "red",
    };

    private static string ColorOf(DoctorStatus status) => status switch
    {
        DoctorStatus.Ok => "green",
        DoctorStatus.Warning => "yellow",
        DoctorStatus.Error => "red",
        _ => "grey",
    };
}
