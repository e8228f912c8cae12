using System.CommandLine;

namespace LiveGridStudio.Bench.Reports;

/// <summary>The options that every suite has.</summary>
internal static class SuiteCommand
{
    private static readonly Option<bool> Quick = new("--quick") { Description = "Shorter runs, for a glance: noisier numbers." };
    private static readonly Option<bool> Write = new("--write") { Description = "Write the tables into docs/benchmarks.md." };

    /// <param name="name">As typed, and as the section in the document is called.</param>
    /// <param name="description">For the help text.</param>
    /// <param name="run">Runs the suite; told what was typed and whether to be quick.</param>
    /// <param name="options">What this suite has beside the common options.</param>
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
