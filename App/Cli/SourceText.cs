using LiveGridStudio.App.Check;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Cli;

/// <summary>A JSON text, read, with where it came from.</summary>
/// <param name="Name">The file as the user wrote it, or the address.</param>
/// <param name="Utf8">The text.</param>
/// <param name="Value">The same, read.</param>
internal sealed record SourceText(string Name, byte[] Utf8, JsValue Value)
{
    /// <exception cref="CommandException">It is not JSON; the message has the place.</exception>
    public static SourceText Read(string name, byte[] utf8) => JsonText.Read(utf8, out var value) is { } error
        ? throw new CommandException($"{new TextPlace(name, error.Line, error.Column)}: not JSON: {error.Reason}")
        : new SourceText(name, utf8, value);

    /// <summary>The place of the value at a path; of its nearest ancestor when the path leads nowhere.</summary>
    public TextPlace Find(IReadOnlyList<string> path)
    {
        var (line, column) = JsLocator.Find(Utf8, path);
        return new TextPlace(Name, line, column);
    }
}
