using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace LiveGridStudio.Shared.Json.Text;

/// <summary>
/// A JSON text, its value, and the tree with the place of each value: the only source of places for findings and edits. The tree is built
/// on first use. Lines and columns count from 1, columns in UTF-16 units. Not thread-safe.
/// </summary>
public sealed class JsonTextDocument
{
    private JsValue? _value;
    private JsonTextNode? _root;
    private List<int>? _lineStarts;

    private JsonTextDocument(string text, JsValue? value) => (Text, _value) = (text, value);

    public string Text { get; }

    public JsValue Value => _value ??= JsonText.Parse(Text);

    internal JsonTextNode Root => _root ??= JsonTextTree.ReadValid(Text);

    /// <exception cref="FormatException">The text is not JSON; the message says where.</exception>
    public static JsonTextDocument Parse(string text) =>
        TryParse(text, out var document, out var error) ? document : throw new FormatException(error.ToString());

    public static bool TryParse(
        string text, [NotNullWhen(true)] out JsonTextDocument? document, [NotNullWhen(false)] out JsParseError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        document = JsonText.TryParse(text, out var value, out error) ? new JsonTextDocument(text, value) : null;
        return document is not null;
    }

    /// <summary>The same from bytes; a byte order mark does not belong to the text.</summary>
    public static bool TryParse(
        byte[] utf8, [NotNullWhen(true)] out JsonTextDocument? document, [NotNullWhen(false)] out JsParseError? error)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        document = null;
        if (JsonText.TryParse(utf8.AsSpan(), out var value, out error))
        {
            document = new JsonTextDocument(TextOf(utf8), value);
        }

        return document is not null;
    }

    /// <summary>Wraps a text that has been read already.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="value">The value of the text.</param>
    public static JsonTextDocument Of(byte[] utf8, JsValue value) => new(TextOf(utf8), value);

    /// <param name="text">A text that is known to be JSON.</param>
    internal static JsonTextDocument OfValid(string text) => new(text, null);

    /// <summary>
    /// The member or element at the path; its nearest existing ancestor when the path does not exist. When it spans several lines: its
    /// name, or its first line if it has no name.
    /// </summary>
    /// <param name="path">Names of members and indexes of elements, from the root. The last of repeated names counts.</param>
    public JsonTextSpan Find(IReadOnlyList<string> path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var node = JsonTextTree.Walk(Root, path, out var found);
        var end = node.End;
        if (found < path.Count)
        {
            end = node.Name is null ? node.Place + 1 : node.NameEnd;
        }
        else if (Text.AsSpan(node.Place, end - node.Place).IndexOfAny('\r', '\n') is >= 0 and var firstLine)
        {
            end = node.Name is null ? node.Place + firstLine : node.NameEnd;
        }

        var (line, column) = Position(node.Place);
        var (endLine, endColumn) = Position(end);
        return new JsonTextSpan(line, column, endLine, endColumn);
    }

    /// <summary>The member of the outermost object with this name, the last one if repeated; null when there is none.</summary>
    public JsonTextNode? Member(string name) => Root.Kind == JsKind.Object && Root.IndexOf(name) is >= 0 and var index ? Root.Children[index] : null;

    private static string TextOf(ReadOnlySpan<byte> utf8) =>
        Encoding.UTF8.GetString(utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8);

    private (int Line, int Column) Position(int place)
    {
        _lineStarts ??= ReadLineStarts();
        var index = _lineStarts.BinarySearch(place);
        var line = index >= 0 ? index : ~index - 1;
        return (line + 1, place - _lineStarts[line] + 1);
    }

    private List<int> ReadLineStarts()
    {
        var starts = new List<int> { 0 };
        for (var at = Text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = Text.IndexOf('\n', at + 1))
        {
            starts.Add(at + 1);
        }

        return starts;
    }
}
