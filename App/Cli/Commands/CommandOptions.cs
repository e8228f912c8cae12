using System.CommandLine;
using LiveGridStudio.App.Cli.Output;
using LiveGridStudio.Shared.Checking;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommandOptions
{
    public static Option<string> Format(string fallback, params string[] others)
    {
        var option = new Option<string>("--format")
        {
            Description = "How the answer is written.",
            DefaultValueFactory = _ => fallback,
        };
        option.AcceptOnlyFromAmong([fallback, .. others]);
        return option;
    }

    public static Option<string> FailOn()
    {
        var option = new Option<string>("--fail-on")
        {
            Description = "Exit with 1 when there is something of this severity or above.",
            DefaultValueFactory = static _ => "error",
        };
        option.AcceptOnlyFromAmong("error", "warning", "info");
        return option;
    }

    public static Option<string?> Out() => new("--out")
    {
        Description = "Write the answer to this file instead of standard output.",
        HelpName = "file",
    };

    public static Option<string[]> Disable() => new("--disable")
    {
        Description = "Switch a rule off: LG009, or LG009:prices for one widget; with commas, or given several times.",
        HelpName = "rule",
    };

    /// <exception cref="CommandException">There is no such rule.</exception>
    public static RuleSwitches ReadDisabled(string[]? entries) =>
        RuleSwitches.Read(entries ?? [], out var problem) is var off && problem is null ? off : throw new CommandException($"--disable: {problem}");

    /// <summary>The exit code for findings of these severities.</summary>
    public static int Judge(IEnumerable<FindingSeverity> found, string failOn)
    {
        var least = Enum.Parse<FindingSeverity>(failOn, ignoreCase: true);
        return found.Any(severity => severity >= least) ? ExitCode.Findings : ExitCode.Clean;
    }
}
