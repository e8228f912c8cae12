using LiveGridStudio.App.Check;
using LiveGridStudio.Shared.Checking;
using Spectre.Console;

namespace LiveGridStudio.App.Cli.Output;

/// <summary>Writes findings as compilers do, so that terminals and editors can jump to them.</summary>
internal static class ReportText
{
    public static void WriteFindings(IAnsiConsole console, IEnumerable<FindingText> findings)
    {
        foreach (var finding in findings)
        {
            WriteFinding(console, finding);
        }
    }

    public static void WriteLine(IAnsiConsole console, string line) => console.MarkupLine(Safe(line));

    /// <summary><c>1 error, 2 warnings</c>, or <c>no findings</c>.</summary>
    /// <param name="countOf">Gives the number of findings of a severity.</param>
    public static string Count(Func<FindingSeverity, int> countOf)
    {
        var parts = Enum.GetValues<FindingSeverity>().OrderDescending()
            .Select(severity => (Severity: severity, Count: countOf(severity)))
            .Where(static part => part.Count > 0)
            .Select(static part => Plural(part.Count, part.Severity));
        return string.Join(", ", parts) is { Length: > 0 } text ? text : "no findings";
    }

    /// <summary>Escapes hostile text for the terminal and for markup.</summary>
    public static string Safe(string text) => Markup.Escape(PlainText.Of(text));

    /// <summary><c>path/to/widgets.json(12,15): error LG001: prices data.table: what is wrong. What to change.</c></summary>
    private static void WriteFinding(IAnsiConsole console, FindingText text)
    {
        var color = text.Finding.Severity switch
        {
            FindingSeverity.Error => "red",
            FindingSeverity.Warning => "yellow",
            _ => "blue",
        };
        var severity = CheckJson.NameOf(text.Finding.Severity);
        console.MarkupLine(
            $"{Safe(text.Place.ToString())}: [{color}]{severity}[/] {Safe(text.Finding.Rule)}: {Safe(text.Sentence)}");
    }

    private static string Plural(int count, FindingSeverity severity) =>
        $"{count} {CheckJson.NameOf(severity)}{(count == 1 || severity == FindingSeverity.Info ? "" : "s")}";
}
