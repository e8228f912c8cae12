namespace LiveGridStudio.Shared.Json.Text;

/// <summary>
/// Where the parts of one document stand in its text. Reads the text once, for many questions; for a single one there is
/// <see cref="JsLocator"/>, with the same answers.
/// </summary>
public sealed class JsonTextMap
{
    private readonly string _text;
    private readonly JsonTextNode _root;
    private readonly List<int> _lineStarts = [0];

    private JsonTextMap(string text)
    {
        _text = text;
        _root = JsonTextTree.ReadValid(text);
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            _lineStarts.Add(at + 1);
        }
    }

    /// <exception cref="FormatException">The text is not JSON; the message says where.</exception>
    public static JsonTextMap Read(string text)
    {
        JsonText.Parse(text);
        return new JsonTextMap(text);
    }

    /// <summary>
    /// The member or element at the path; its nearest ancestor when the path leads nowhere. Of what covers several lines
    /// the name, or the first line of what has none.
    /// </summary>
    public JsonTextSpan Find(IReadOnlyList<string> path)
    {
        var node = JsonTextTree.Walk(_root, path, out var found);
        var end = node.End;
        if (found < path.Count)
        {
            end = node.Name is null ? node.Place + 1 : node.NameEnd;
        }
        else if (_text.AsSpan(node.Place, end - node.Place).IndexOfAny('\r', '\n') is >= 0 and var firstLine)
        {
            end = node.Name is null ? node.Place + firstLine : node.NameEnd;
        }

        var (line, column) = Position(node.Place);
        var (endLine, endColumn) = Position(end);
        return new JsonTextSpan(line, column, endLine, endColumn);
    }

    private (int Line, int Column) Position(int place)
    {
        var index = _lineStarts.BinarySearch(place);
        var line = index >= 0 ? index : ~index - 1;
        return (line + 1, place - _lineStarts[line] + 1);
    }
}
