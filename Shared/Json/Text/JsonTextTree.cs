namespace LiveGridStudio.Shared.Json.Text;

/// <summary>Finds the place of each value in the text of a document.</summary>
internal sealed class JsonTextTree
{
    private readonly string _text;
    private int _at;

    private JsonTextTree(string text)
    {
        _text = text;
        _at = text.StartsWith('\uFEFF') ? 1 : 0;
    }

    /// <param name="text">A text that is known to be JSON, so that nothing is checked again.</param>
    public static JsonTextNode ReadValid(string text) => new JsonTextTree(text).ReadValue();

    /// <summary>The value at a path, or its nearest existing ancestor; <paramref name="found"/> is the number of existing steps.</summary>
    public static JsonTextNode Walk(JsonTextNode root, IReadOnlyList<string> path, out int found)
    {
        var node = root;
        for (found = 0; found < path.Count; found++)
        {
            var index = node.IsContainer ? node.IndexOf(path[found]) : -1;
            if (index < 0)
            {
                break;
            }

            node = node.Children[index];
        }

        return node;
    }

    private JsonTextNode ReadValue()
    {
        SkipBlanks();
        var start = _at;
        switch (_text[_at])
        {
            case '{':
                return new JsonTextNode(start, ReadChildren('}', ReadMember, out var members), JsKind.Object) { Children = members };
            case '[':
                return new JsonTextNode(start, ReadChildren(']', ReadValue, out var elements), JsKind.List) { Children = elements };
            case '"':
                SkipText();
                return new JsonTextNode(start, _at, JsKind.Text);
            default:
                while (_at < _text.Length && _text[_at] is not (',' or ']' or '}' or ' ' or '\t' or '\r' or '\n'))
                {
                    _at++;
                }

                return new JsonTextNode(start, _at, _text[start] switch
                {
                    'n' => JsKind.Null,
                    't' or 'f' => JsKind.Boolean,
                    _ => JsKind.Number,
                });
        }
    }

    private JsonTextNode ReadMember()
    {
        SkipBlanks();
        var place = _at;
        SkipText();
        var nameEnd = _at;
        SkipBlanks();
        _at++;
        return ReadValue() with { Name = NameOf(_text[place..nameEnd]), Place = place, NameEnd = nameEnd };
    }

    private int ReadChildren(char end, Func<JsonTextNode> read, out IReadOnlyList<JsonTextNode> children)
    {
        var list = new List<JsonTextNode>();
        _at++;
        SkipBlanks();
        while (_text[_at] != end)
        {
            list.Add(read());
            SkipBlanks();
            if (_text[_at] == ',')
            {
                _at++;
                SkipBlanks();
            }
        }

        children = list;
        return ++_at;
    }

    private void SkipText()
    {
        for (_at++; _text[_at] != '"'; _at++)
        {
            if (_text[_at] == '\\')
            {
                _at++;
            }
        }

        _at++;
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\r' or '\n')
        {
            _at++;
        }
    }

    private static string NameOf(string raw) =>
        raw.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || raw.Contains('\\', StringComparison.Ordinal)
            ? JsonText.Parse(raw).Text!
            : raw[1..^1];
}
