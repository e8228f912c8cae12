using System.CommandLine;
using System.CommandLine.Invocation;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary>
/// Marks that the host should run. <c>Program</c> starts it, not this action: tools that start the program, such as a test's factory,
/// expect the host there, and the host handles its own stop.
/// </summary>
internal sealed class ServeAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult) =>
        throw new InvalidOperationException("The host is served by Program.");

    /// <summary>Why these are not arguments of the host: the first word is a command that does not exist.</summary>
    public static string? Problem(IReadOnlyList<string> args) =>
        args is [[not ('-' or '/'), ..] first, ..] && !first.Contains('=', StringComparison.Ordinal)
            ? $"Unknown command '{first}'."
            : null;
}
