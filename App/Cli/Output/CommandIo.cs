using System.Text;
using Spectre.Console;

namespace LiveGridStudio.App.Cli.Output;

/// <summary>What a command reads from and writes to.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record CommandIo(Stream Input, TextWriter Output, TextWriter Error)
{
    /// <summary>Wider than any line: what is not a terminal gets lines that are never broken.</summary>
    private const int Unbroken = 100_000;

    /// <value>Whether <see cref="Output"/> is a terminal that shows colours.</value>
    public bool HasColors { get; init; }

    /// <value>Tells what <c>$currentDate</c> is.</value>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <value>Letters in a line of the terminal; null when <see cref="Output"/> is none.</value>
    public int? Width { get; init; }

    public static CommandIo OfProcess()
    {
        var isTerminal = !Console.IsOutputRedirected;
        if (!isTerminal)
        {
            // A shell on Windows would get its old code page.
            Console.OutputEncoding = new UTF8Encoding(false);
        }

        return new CommandIo(Console.OpenStandardInput(), Console.Out, Console.Error)
        {
            HasColors = isTerminal
                && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
                && Environment.GetEnvironmentVariable("TERM") != "dumb",
            Width = isTerminal && Console.WindowWidth > 0 ? Console.WindowWidth : null,
        };
    }

    /// <summary>A console on <paramref name="writer"/>: with colours only on a terminal, whatever the environment says.</summary>
    /// <param name="writer">Where it writes.</param>
    /// <param name="breaksLines">Whether lines end where the terminal does. A broken line is not clickable.</param>
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
