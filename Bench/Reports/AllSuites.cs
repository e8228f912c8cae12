using System.CommandLine;

namespace LiveGridStudio.Bench.Reports;

/// <summary>Runs all suites one after the other and writes them into the document; needs a quiet machine.</summary>
internal static class AllSuites
{
    public static Command Command(RootCommand root)
    {
        var suites = root.Subcommands.Where(static command => !command.Hidden).Select(static command => command.Name).ToArray();
        var command = new Command("all", $"Runs {string.Join(", ", suites)} one after the other and writes their tables into docs/benchmarks.md.");
        command.SetAction(async (_, cancellationToken) =>
        {
            foreach (var suite in suites)
            {
                if (await root.Parse([suite, "--write"]).InvokeAsync(cancellationToken: cancellationToken) is not 0 and var code)
                {
                    return code;
                }
            }

            return 0;
        });
        return command;
    }
}
