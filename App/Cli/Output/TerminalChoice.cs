using Spectre.Console;

namespace LiveGridStudio.App.Cli.Output;

/// <summary>Asks at the terminal, on standard error, because standard output may be a file.</summary>
internal static class TerminalChoice
{
    /// <returns>The index of the chosen text.</returns>
    public static Task<int> AskAsync(string question, IReadOnlyList<string> choices, CancellationToken cancellationToken)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        var prompt = new SelectionPrompt<int>()
            .Title(ReportText.Safe(question))
            .UseConverter(index => ReportText.Safe(choices[index]))
            .AddChoices(Enumerable.Range(0, choices.Count));
        return prompt.ShowAsync(console, cancellationToken);
    }
}
