using LiveGridStudio.Shared.Widgets.Lint;
using Spectre.Console;

namespace LiveGridStudio.App.Cli;

/// <summary>Writes findings as compilers do, so that terminals and editors can jump to them.</summary>
internal static class ReportText
{
    /// <summary><c>path/to/widgets.json(12,15): error LG001: prices data.table: what is wrong. What to change.</c></summary>
    public static void WriteFinding(IAnsiConsole console, Finding finding)
    {
        var color = finding.Severity switch
        {
            LintSeverity.Error => "red",
            LintSeverity.Warning => "yellow",
            _ => "blue",
        };
        console.MarkupLine(
            $"{Safe(finding.Place.ToString())}: [{color}]{WordOf(finding.Severity)}[/] {Safe(finding.Code)}: {Safe(finding.Sentence)}");
    }

    public static void WriteLine(IAnsiConsole console, string line) => console.MarkupLine(Safe(line));

    /// <summary><c>1 error, 2 warnings</c>, or <c>no findings</c>.</summary>
    public static string Count(IEnumerable<Finding> findings)
    {
        var parts = findings.GroupBy(static finding => finding.Severity)
            .OrderByDescending(static group => group.Key)
            .Select(static group => $"{group.Count()} {WordOf(group.Key)}{(group.Count() == 1 || group.Key == LintSeverity.Info ? "" : "s")}");
        return string.Join(", ", parts) is { Length: > 0 } text ? text : "no findings";
    }

    public static string WordOf(LintSeverity severity) => severity.ToString().ToLowerInvariant();

    /// <summary>Hostile text is neither obeyed by the terminal nor read as markup.</summary>
    public static string Safe(string text) => Markup.Escape(PlainText.Of(text));
}
