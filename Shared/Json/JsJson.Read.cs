using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace LiveGridStudio.Shared.Json;

/// <content>The values of a document, one token after the other.</content>
public static partial class JsJson
{
    private static JsValue ReadValue(ref Utf8JsonReader reader, Unfinished open)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return JsValue.Null;
            case JsonTokenType.True:
                return JsValue.True;
            case JsonTokenType.False:
                return JsValue.False;
            case JsonTokenType.Number:
                return double.Parse(reader.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);
            case JsonTokenType.String:
                return ReadText(ref reader, null);
            case JsonTokenType.StartArray:
                return ReadList(ref reader, open);
            default:
                return ReadObject(ref reader, open);
        }
    }

    private static JsValue ReadList(ref Utf8JsonReader reader, Unfinished open)
    {
        var start = open.Elements.Count;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            open.Elements.Add(ReadValue(ref reader, open));
        }

        return JsValue.FromList(TakeFrom(open.Elements, start));
    }

    private static JsObject ReadObject(ref Utf8JsonReader reader, Unfinished open)
    {
        var start = open.Members.Count;
        Dictionary<string, int>? seen = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = ReadText(ref reader, open.Names);
            reader.Read();
            var member = KeyValuePair.Create(name, ReadValue(ref reader, open));
            var at = Find(open.Members, start, ref seen, name);
            if (at < 0)
            {
                seen?.Add(name, open.Members.Count);
                open.Members.Add(member);
            }
            else
            {
                open.Members[at] = member;
            }
        }

        return open.Members.Count == start ? JsObject.Empty : JsObject.FromDistinct(TakeFrom(open.Members, start));
    }

    /// <summary>Looks for a repeated key: by walking while there are few, by a table beyond that.</summary>
    private static int Find(
        List<KeyValuePair<string, JsValue>> members, int start, ref Dictionary<string, int>? seen, string name)
    {
        const int Few = 16;
        if (seen is not null)
        {
            return seen.GetValueOrDefault(name, -1);
        }

        for (var i = start; i < members.Count; i++)
        {
            if (string.Equals(members[i].Key, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        if (members.Count - start >= Few)
        {
            seen = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = start; i < members.Count; i++)
            {
                seen[members[i].Key] = i;
            }
        }

        return -1;
    }

    private static T[] TakeFrom<T>(List<T> list, int start)
    {
        var taken = CollectionsMarshal.AsSpan(list)[start..].ToArray();
        CollectionsMarshal.SetCount(list, start);
        return taken;
    }

    /// <summary>
    /// What has been read of the lists and objects that are under way, the inner ones behind those that they are in: one buffer
    /// for all of a document, and no more than the arrays that are kept for each of its values.
    /// </summary>
    private sealed class Unfinished(JsNameTable? names)
    {
        public JsNameTable? Names => names;

        public List<KeyValuePair<string, JsValue>> Members { get; } = [];

        public List<JsValue> Elements { get; } = [];
    }
}
