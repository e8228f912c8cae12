using LiveGridStudio.App.Doctor.Parts;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Checking.Lint;

namespace LiveGridStudio.App.Doctor;

/// <summary>Gathers the findings of the documents, the rows and the messages, each with its place in a text.</summary>
internal static class DoctorFindings
{
    /// <returns>The first findings, and how many more there are.</returns>
    public static (IReadOnlyList<DoctorFinding> Listed, int More) Of(ReadDocument? widgets, ReadDocument? apps, IEnumerable<LintReport> ofRows)
    {
        var rows = ofRows.Aggregate(LintReport.Empty, static (all, report) => all.Concat(report));
        List<DoctorFinding> listed =
        [
            .. widgets is null ? [] : Locate(widgets, [.. widgets.Check.Findings, .. rows]),
            .. apps is null ? [] : Locate(apps, apps.Check.Findings),
        ];
        var total = CountOf(widgets) + CountOf(apps) + rows.Total;
        var shown = listed.Take(DoctorLimits.Findings).ToList();
        return (shown, Math.Max(0, total - shown.Count));
    }

    private static IEnumerable<DoctorFinding> Locate(ReadDocument document, IReadOnlyList<Finding> findings) =>
        document.Check.Locate(document.Text, findings).Select(finding => new DoctorFinding(document.Source, finding));

    private static int CountOf(ReadDocument? document) =>
        document is null ? 0 : Enum.GetValues<FindingSeverity>().Sum(document.Check.CountOf);
}
