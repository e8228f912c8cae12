using System.CommandLine;
using LiveGridStudio.App.Cli.Output;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary>Passes the streams of the run to the command.</summary>
internal sealed class CommandInvocation : InvocationConfiguration
{
    public CommandInvocation(CommandIo io)
    {
        Io = io;
        Output = io.Output;
        Error = io.Error;
        EnableDefaultExceptionHandler = false;
    }

    public CommandIo Io { get; }

    public static CommandIo IoOf(ParseResult parsed) => ((CommandInvocation)parsed.InvocationConfiguration).Io;
}
