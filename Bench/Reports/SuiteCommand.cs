using System.CommandLine;

namespace LiveGridStudio.Bench.Reports;

/// <summary>The options that every suite has.</summary>
internal static class SuiteCommand
{
    private static readonly Option<bool> Quick = new("--quick") { Description = "Shorter runs, for a glance: noisier numbers." };
    private static readonly Option<bool> Write = new("--write") { Description = "Write the tables into docs/benchmarks.md." };

    /// <param name="name">The name on the command line and of the section in the document.</param>
    /// <param name="description">For the help text.</param>
    /// <param name="run">Runs the suite; receives the parsed arguments and whether to be quick.</param>
    /// <param name="options">The options of this suite besides the common ones.</param>
    public static Command Create(
        string name, string description, Func<ParseResult, bool, Report, CancellationToken, Task> run, params Option[] options)
    {
        var command = new Command(name, description) { Quick, Write };
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var typed = string.Join(' ', parsed.Tokens.Select(static token => token.Value).Where(static text => text != Write.Name));
            var report = new Report(name, $"dotnet run -c Release --project Bench -- {typed}");
            await run(parsed, parsed.GetValue(Quick), report, cancellationToken);
            if (parsed.GetValue(Write))
            {
                report.Write();
            }

            return 0;
        });
        return command;
    }
}
