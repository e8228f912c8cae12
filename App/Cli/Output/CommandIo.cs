using System.Text;
using Spectre.Console;

namespace LiveGridStudio.App.Cli.Output;

/// <summary>The streams of a command.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record CommandIo(Stream Input, TextWriter Output, TextWriter Error)
{
    /// <summary>Wider than any line, so that lines are never broken in output that is not a terminal.</summary>
    private const int Unbroken = 100_000;

    /// <value>Whether <see cref="Output"/> is a terminal that shows colours.</value>
    public bool HasColors { get; init; }

    /// <value>The clock for <c>$currentDate</c>.</value>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <value>Width of the terminal in characters; null when <see cref="Output"/> is not a terminal.</value>
    public int? Width { get; init; }

    /// <value>Asks the user to choose one of several texts and gives its index; null when nobody is there to answer.</value>
    public Func<string, IReadOnlyList<string>, CancellationToken, Task<int>>? ChooseAsync { get; init; }

    public static CommandIo OfProcess()
    {
        var isTerminal = !Console.IsOutputRedirected;
        if (!isTerminal)
        {
            // Without this a shell on Windows would get its old code page.
            Console.OutputEncoding = new UTF8Encoding(false);
        }

        return new CommandIo(Console.OpenStandardInput(), Console.Out, Console.Error)
        {
            HasColors = isTerminal
                && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
                && Environment.GetEnvironmentVariable("TERM") != "dumb",
            Width = isTerminal && Console.WindowWidth > 0 ? Console.WindowWidth : null,
            ChooseAsync = Console.IsInputRedirected || Console.IsErrorRedirected ? null : TerminalChoice.AskAsync,
        };
    }

    /// <summary>A console on <paramref name="writer"/>: with colours only on a terminal, whatever the environment says.</summary>
    /// <param name="writer">The target.</param>
    /// <param name="breaksLines">Whether to break lines at the width of the terminal. A broken line is not clickable.</param>
    public IAnsiConsole CreateConsole(TextWriter writer, bool breaksLines)
    {
        var isColored = HasColors && ReferenceEquals(writer, Output);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isColored ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = isColored ? ColorSystemSupport.TrueColor : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = breaksLines && ReferenceEquals(writer, Output) ? Width ?? Unbroken : Unbroken;
        console.Profile.Capabilities.Unicode = true;
        console.Profile.Capabilities.Links = false;
        return console;
    }
}
