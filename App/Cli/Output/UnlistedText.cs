using System.Globalization;
using LiveGridStudio.Shared.Checking;

namespace LiveGridStudio.App.Cli.Output;

/// <summary>Describes in one sentence the findings that a check counts but does not list.</summary>
internal static class UnlistedText
{
    /// <summary>Text such as <c>and 1234 more issues, 20 more lints</c>; null when everything is listed.</summary>
    public static string? Of(DocumentCheck check)
    {
        var verdict = check.Verdict;
        string[] more =
        [
            .. Part(verdict.IssueCount - verdict.Issues.Count, "issue"),
            .. Part(check.Lints.Total - check.Lints.Count, "lint"),
            .. Part(verdict.UnrecognizedKeys.Sum(static others => others.MoreKeys), "unrecognized key"),
            .. Part(
                verdict.UnrecognizedCount - verdict.UnrecognizedKeys.Count,
                "entry with unrecognized keys",
                "entries with unrecognized keys"),
        ];
        return more.Length == 0 ? null : $"and {string.Join(", ", more)}";
    }

    private static string[] Part(int count, string one, string? several = null) => count <= 0
        ? []
        : [$"{count.ToString(CultureInfo.InvariantCulture)} more {(count == 1 ? one : several ?? one + "s")}"];
}
