using LiveGridStudio.Shared.Checking;
using MudBlazor;

namespace LiveGridStudio.App.Studio.Problems;

/// <summary>A finding's severity in words and signs, so that colour is never the only sign.</summary>
internal static class FindingWords
{
    public static string Of(Finding finding) => Of(finding.Severity);

    public static string ClassOf(Finding finding) => finding.Severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "info",
    };

    public static string IconOf(Finding finding) => finding.Severity switch
    {
        FindingSeverity.Error => Icons.Material.Outlined.Cancel,
        FindingSeverity.Warning => Icons.Material.Outlined.WarningAmber,
        _ => Icons.Material.Outlined.Info,
    };

    public static string PlaceOf(Finding finding) =>
        finding.Path.Length == 0 ? $"line {finding.Span.Line}" : $"{finding.Path} · line {finding.Span.Line}";

    /// <summary>Such as "1 error, 2 warnings".</summary>
    public static string Count(IReadOnlyList<Finding> findings) => string.Join(", ", findings
        .GroupBy(static finding => finding.Severity)
        .OrderByDescending(static group => group.Key)
        .Select(static group => (Name: Of(group.Key).ToLowerInvariant(), Count: group.Count()))
        .Select(static group => group is { Count: 1 } or { Name: "info" } ? $"{group.Count} {group.Name}" : $"{group.Count} {group.Name}s"));

    private static string Of(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "Error",
        FindingSeverity.Warning => "Warning",
        _ => "Info",
    };
}
