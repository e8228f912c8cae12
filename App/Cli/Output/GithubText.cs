using LiveGridStudio.Shared.Checking;

namespace LiveGridStudio.App.Cli.Output;

/// <summary>Writes findings as GitHub workflow commands, which GitHub shows next to the lines of a pull request.</summary>
internal static class GithubText
{
    /// <summary><c>::error file=widgets.json,line=12,col=15,title=LG001::what is wrong</c></summary>
    public static string Of(FindingText text)
    {
        var command = text.Finding.Severity switch
        {
            FindingSeverity.Error => "error",
            FindingSeverity.Warning => "warning",
            _ => "notice",
        };
        var place = text.Place;
        return $"::{command} file={Property(place.Source)},line={place.Line},col={place.Column},"
            + $"title={Property(text.Finding.Rule)}::{Data(text.Sentence)}";
    }

    /// <summary>A command that is about no file.</summary>
    public static string Titled(string command, string title, string text) => $"::{command} title={Property(title)}::{Data(text)}";

    /// <summary>A notice about a whole file.</summary>
    public static string Notice(string source, string text) => $"::notice file={Property(source)}::{Data(text)}";

    /// <summary>Escapes line ends, which would end the command, and <c>##[</c>, which the runner reads as a command anywhere in a line.</summary>
    private static string Data(string text) => string.Join("%0A", text.ReplaceLineEndings("\n").Split('\n')
        .Select(static line => PlainText.Of(line)
            .Replace("##[", "#\\u0023[", StringComparison.Ordinal)
            .Replace("%", "%25", StringComparison.Ordinal)));

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
