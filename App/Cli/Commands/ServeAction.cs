using System.CommandLine;
using System.CommandLine.Invocation;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary>
/// Marks that the host is to run. <c>Program</c> runs it, not this: tools that start the program, such as a test's factory,
/// find the host there, and stopping is the host's own matter.
/// </summary>
internal sealed class ServeAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult) =>
        throw new InvalidOperationException("The host is served by Program.");

    /// <summary>Why these are no arguments of the host: a first word is a command that does not exist.</summary>
    public static string? Problem(IReadOnlyList<string> args) =>
        args is [[not ('-' or '/'), ..] first, ..] && !first.Contains('=', StringComparison.Ordinal)
            ? $"Unknown command '{first}'."
            : null;
}
