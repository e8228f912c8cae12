using LiveGridStudio.App.Check;
using LiveGridStudio.Shared.Checking.Lint;
using Spectre.Console;

namespace LiveGridStudio.App.Cli.Output;

/// <summary>Writes findings as compilers do, so that terminals and editors can jump to them.</summary>
internal static class ReportText
{
    public static void WriteFindings(IAnsiConsole console, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            WriteFinding(console, finding);
        }
    }

    public static void WriteLine(IAnsiConsole console, string line) => console.MarkupLine(Safe(line));

    /// <summary><c>1 error, 2 warnings</c>, or <c>no findings</c>.</summary>
    /// <param name="countOf">How many there are of a severity.</param>
    public static string Count(Func<LintSeverity, int> countOf)
    {
        var parts = Enum.GetValues<LintSeverity>().OrderDescending()
            .Select(severity => (Severity: severity, Count: countOf(severity)))
            .Where(static part => part.Count > 0)
            .Select(static part => Plural(part.Count, part.Severity));
        return string.Join(", ", parts) is { Length: > 0 } text ? text : "no findings";
    }

    /// <summary>Hostile text is neither obeyed by the terminal nor read as markup.</summary>
    public static string Safe(string text) => Markup.Escape(PlainText.Of(text));

    /// <summary><c>path/to/widgets.json(12,15): error LG001: prices data.table: what is wrong. What to change.</c></summary>
    private static void WriteFinding(IAnsiConsole console, Finding finding)
    {
        var color = finding.Severity switch
        {
            LintSeverity.Error => "red",
            LintSeverity.Warning => "yellow",
            _ => "blue",
        };
        var severity = CheckJson.NameOf(finding.Severity);
        console.MarkupLine(
            $"{Safe(finding.Place.ToString())}: [{color}]{severity}[/] {Safe(finding.Code)}: {Safe(finding.Sentence)}");
    }

    private static string Plural(int count, LintSeverity severity) =>
        $"{count} {CheckJson.NameOf(severity)}{(count == 1 || severity == LintSeverity.Info ? "" : "s")}";
}
