using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.App.Cli.Output;

/// <summary>A JSON text, read, with where it came from.</summary>
/// <param name="Name">The file as the user wrote it, or the address.</param>
/// <param name="Utf8">The text.</param>
/// <param name="Value">The same, read.</param>
internal sealed record SourceText(string Name, byte[] Utf8, JsValue Value)
{
    /// <exception cref="CommandException">It is not JSON; the message has the place.</exception>
    public static SourceText Read(string name, byte[] utf8) => JsonText.TryParse(utf8, out var value, out var error)
        ? new SourceText(name, utf8, value)
        : throw new CommandException($"{new TextPlace(name, error.Line, error.Column)}: not JSON: {error.Reason}");

    /// <summary>The findings with their places; of the nearest ancestor when a path leads nowhere.</summary>
    public IReadOnlyList<Finding> Locate(IReadOnlyList<Finding> findings)
    {
        var places = JsLocator.FindAll(Utf8, [.. findings.Select(static finding => finding.Path)]);
        return
        [
            .. findings.Zip(places, (finding, place) => finding with { Place = new TextPlace(Name, place.Line, place.Column) }),
        ];
    }
}
