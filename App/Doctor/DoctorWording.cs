namespace LiveGridStudio.App.Doctor;

/// <summary>What the command line and the page say in the same words.</summary>
internal static class DoctorWording
{
    /// <summary>The groups of steps, in the order in which things break, with their names.</summary>
    public static IReadOnlyList<(string Group, string Name)> Groups { get; } =
    [
        ("reach", "Reach"), ("cors", "CORS"), ("documents", "Documents"), ("widget", "Widgets"), ("socket", "Sockets"), ("apps", "Apps"),
    ];

    /// <summary>One sentence: what the verdict means, with its numbers.</summary>
    public static string Of(DoctorReport report)
    {
        var (errors, warnings) = (report.CountOf(DoctorStatus.Error), report.CountOf(DoctorStatus.Warning));
        var odd = warnings == 0 ? "" : $" {Count(warnings, "thing is", "things are")} worth a look.";
        return report.Verdict switch
        {
            DoctorVerdict.Ready => $"Workspace can use this backend.{odd}",
            DoctorVerdict.Usable => $"Workspace connects to this backend, and {Count(errors, "thing fails", "things fail")} in it.{odd}",
            _ => $"Workspace refuses this backend, or shows nothing of it: {Count(errors, "thing fails", "things fail")}.{odd}",
        };
    }

    /// <summary>One line about the steps of a group: <c>2 of 9 fail, 1 is worth a look</c>.</summary>
    public static string OfGroup(IReadOnlyCollection<DoctorStep> steps)
    {
        int CountOf(DoctorStatus status) => steps.Count(step => step.Status == status);
        string[] parts =
        [
            .. Part(CountOf(DoctorStatus.Error), "fail", "fails"),
            .. Part(CountOf(DoctorStatus.Warning), "to look at"),
            .. Part(CountOf(DoctorStatus.Ok), "fine"),
            .. Part(CountOf(DoctorStatus.Skipped), "not looked at"),
        ];
        return parts.Length == 0 ? "nothing to look at" : string.Join(", ", parts);
    }

    /// <summary><c>1 error, 2 warnings</c>.</summary>
    public static string Counts(int errors, int warnings) => string.Join(
        ", ", [.. Part(errors, "errors", "error"), .. Part(warnings, "warnings", "warning")]);

    /// <summary>The worst status of some steps; ok when none was looked at.</summary>
    public static DoctorStatus WorstOf(IEnumerable<DoctorStep> steps) => steps.Select(static step => step.Status).Where(static status => status != DoctorStatus.Skipped)
        .DefaultIfEmpty(DoctorStatus.Skipped).Max();

    private static string[] Part(int count, string several, string? one = null) =>
        count == 0 ? [] : [$"{count} {(count == 1 ? one ?? several : several)}"];

    private static string Count(int count, string one, string several) => $"{count} {(count == 1 ? one : several)}";
}
