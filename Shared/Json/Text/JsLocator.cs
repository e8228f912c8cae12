using System.Globalization;
using System.Text.Json;

namespace LiveGridStudio.Shared.Json.Text;

/// <summary>Finds the places of members in the text of a document, so that messages can name lines.</summary>
public static class JsLocator
{
    /// <summary>
    /// Line and column in letters, both from 1, of the value at the path; of its nearest ancestor when the path leads
    /// nowhere; line 1 when the text is not JSON.
    /// </summary>
    /// <param name="utf8">The document.</param>
    /// <param name="path">Names of members and indexes of elements, from the root. The last of repeated keys counts.</param>
    public static (int Line, int Column) Find(ReadOnlySpan<byte> utf8, IReadOnlyList<string> path) => FindAll(utf8, [path])[0];

    /// <summary>As <see cref="Find"/> for many paths, with one walk through the document.</summary>
    public static IReadOnlyList<(int Line, int Column)> FindAll(
        ReadOnlySpan<byte> utf8, IReadOnlyList<IReadOnlyList<string>> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var root = new JsLocatorNode(null);
        var nodes = paths.Select(root.Add).ToArray();
        var text = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        root.Enter(0);
        Walk(text, root);
        return JsPosition.OfAll(text, [.. nodes.Select(static node => node.Place)]);
    }

    private static void Walk(ReadOnlySpan<byte> utf8, JsLocatorNode root)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = JsonText.MaxDepth });
            reader.Read();
            root.Enter((int)reader.TokenStartIndex);
            Walk(ref reader, root);
        }
        catch (JsonException)
        {
            // The places found so far stand: the caller reports the broken text itself by the parser's own words.
            return;
        }
    }

    private static void Walk(ref Utf8JsonReader reader, JsLocatorNode node)
    {
        if (node.IsLeaf || reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            reader.Skip();
            return;
        }

        var isObject = reader.TokenType == JsonTokenType.StartObject;
        for (var index = 0; reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray); index++)
        {
            var place = (int)reader.TokenStartIndex;
            var name = isObject ? JsonText.ReadText(ref reader, null) : index.ToString(CultureInfo.InvariantCulture);
            if (isObject)
            {
                reader.Read();
            }

            if (node[name] is { } child)
            {
                child.Enter(place);
                Walk(ref reader, child);
            }
            else
            {
                reader.Skip();
            }
        }
    }
}
