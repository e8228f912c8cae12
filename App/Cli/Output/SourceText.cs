using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.App.Cli.Output;

/// <summary>A parsed JSON text with its origin.</summary>
/// <param name="Name">The file as the user wrote it, or the address.</param>
/// <param name="Document">The text.</param>
/// <param name="Body">Its bytes.</param>
internal sealed record SourceText(string Name, JsonTextDocument Document, byte[] Body)
{
    public JsValue Value => Document.Value;

    /// <exception cref="CommandException">It is not JSON; the message names the place.</exception>
    public static SourceText Read(string name, byte[] utf8) => JsonTextDocument.TryParse(utf8, out var document, out var error)
        ? new SourceText(name, document, utf8)
        : throw new CommandException($"{new TextPlace(name, error.Line, error.Column)}: not JSON: {error.Reason}");
}
