using System.Text;
using System.Text.Json;

namespace LiveGridStudio.Shared.Json;

/// <summary>Finds the place of a member in the text of a document, so that a message can name a line.</summary>
public static class JsLocator
{
    /// <summary>
    /// Line and column, both from 1, of the value at the path; of its nearest ancestor when the path leads nowhere; line 1
    /// when the text is not JSON.
    /// </summary>
    /// <param name="utf8">The document.</param>
    /// <param name="path">Names of members and indexes of elements, from the root. The last of repeated keys counts.</param>
    public static (int Line, int Column) Find(ReadOnlySpan<byte> utf8, IReadOnlyList<string> path)
    {
        var offset = utf8.StartsWith("\uFEFF"u8) ? 3 : 0;
        var reader = new Utf8JsonReader(utf8[offset..], new JsonReaderOptions { MaxDepth = JsJson.MaxDepth });
        long found = 0;
        try
        {
            reader.Read();
            found = reader.TokenStartIndex;
            Descend(ref reader, path, 0, ref found);
        }
        catch (JsonException)
        {
            // The place found so far stands: the caller reports the broken text itself by the parser's own words.
            return Position(utf8, offset + (int)found);
        }

        return Position(utf8, offset + (int)found);
    }

    private static void Descend(ref Utf8JsonReader reader, IReadOnlyList<string> path, int depth, ref long found)
    {
        if (depth == path.Count || reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            reader.Skip();
            return;
        }

        var isObject = reader.TokenType == JsonTokenType.StartObject;
        for (var index = 0; reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray); index++)
        {
            var place = reader.TokenStartIndex;
            bool matches;
            if (isObject)
            {
                matches = reader.ValueTextEquals(path[depth]);
                reader.Read();
            }
            else
            {
                matches = path[depth] == index.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            if (matches)
            {
                found = place;
                Descend(ref reader, path, depth + 1, ref found);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static (int Line, int Column) Position(ReadOnlySpan<byte> utf8, int offset)
    {
        var before = utf8[..offset];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
