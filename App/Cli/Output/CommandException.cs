namespace LiveGridStudio.App.Cli.Output;

/// <summary>Thrown when the command cannot run; the message is one line for the user.</summary>
internal sealed class CommandException(string message, Exception? inner = null) : Exception(message, inner);
