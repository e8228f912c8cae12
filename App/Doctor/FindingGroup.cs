using LiveGridStudio.Shared.Checking;

namespace LiveGridStudio.App.Doctor;

/// <summary>Findings of one rule about one key of one document, wherever it stands.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many there are.</param>
public sealed record FindingGroup(DoctorFinding First, int Count)
{
    /// <summary>Groups a report's findings, the worst ones first.</summary>
    public static IReadOnlyList<FindingGroup> Of(IEnumerable<DoctorFinding> findings) =>
    [
        .. findings.GroupBy(static found => (found.Source, found.Finding.Rule, Key: KeyOf(found.Finding.Path)))
            .Select(static group => new FindingGroup(group.First(), group.Count()))
            .OrderByDescending(static group => group.First.Finding.Severity),
    ];

    /// <value>Such as <c>and 3 more places</c>; empty for one place.</value>
    public string More => Count == 1 ? "" : Count == 2 ? " (and in 1 more place)" : $" (and in {Count - 1} more places)";

    /// <summary>The last part of a path that is no index.</summary>
    private static string KeyOf(string path) => path.Split('.').LastOrDefault(static part => part.Length > 0 && !part.All(char.IsAsciiDigit)) ?? "";

    public FindingSeverity Severity => First.Finding.Severity;
}
