using System.Globalization;
using System.Text.Json;

namespace LiveGridStudio.Shared.Json;

/// <content>Reads the values of a document, token by token.</content>
public static partial class JsonText
{
    private static readonly JsValue EmptyList = JsValue.FromList();

    private static JsValue ReadValue(ref Utf8JsonReader reader, Unfinished open)
    {
        open.CountValue(ref reader);
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return JsValue.Null;
            case JsonTokenType.True:
                return JsValue.True;
            case JsonTokenType.False:
                return JsValue.False;
            case JsonTokenType.Number:
                return ReadNumber(reader.ValueSpan);
            case JsonTokenType.String:
                return ReadText(ref reader, null);
            case JsonTokenType.StartArray:
                return ReadList(ref reader, open);
            default:
                return ReadObject(ref reader, open);
        }
    }

    /// <summary>A fast path for short whole numbers, which most numbers are.</summary>
    private static double ReadNumber(ReadOnlySpan<byte> digits)
    {
        const int MostDigits = 15;
        if (digits.Length > MostDigits)
        {
            return double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        var number = 0L;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
            }

            number = (10 * number) + (digit - '0');
        }

        return number;
    }

    private static JsValue ReadList(ref Utf8JsonReader reader, Unfinished open)
    {
        var start = open.Elements.Count;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            open.Elements.Push(ReadValue(ref reader, open));
        }

        return open.Elements.Count == start ? EmptyList : JsValue.FromList(open.Elements.TakeFrom(start));
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
            var at = Find(open, start, ref seen, name);
            if (at < 0)
            {
                seen?.Add(name, open.Members.Count);
                open.Members.Push(member);
            }
            else
            {
                open.Members[at] = member;
            }
        }

        open.Return(seen);
        return open.Members.Count == start ? JsObject.Empty : JsObject.FromDistinct(open.Members.TakeFrom(start));
    }

    /// <summary>Finds a repeated key: by a search while there are few keys, by a table beyond that.</summary>
    private static int Find(Unfinished open, int start, ref Dictionary<string, int>? seen, string name)
    {
        var members = open.Members;
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
            seen = open.RentTable();
            for (var i = start; i < members.Count; i++)
            {
                seen[members[i].Key] = i;
            }
        }

        return -1;
    }

    /// <summary>
    /// The values read so far of the open lists and objects, inner ones after their parents. One buffer serves the whole document and needs
    /// no more than the arrays that each value finally keeps.
    /// </summary>
    private sealed class Unfinished(JsReadOptions options)
    {
        private const int Stride = 4096;
        private const int FewKeys = 16;

        private KeyInterner? _names = options.Names;
        private Dictionary<string, int>? _table;
        private int _values;
        private int _keys;

        /// <summary>Used only when a document has more than a few keys, because then they mostly repeat.</summary>
        public KeyInterner? Names => _names ?? (++_keys > FewKeys ? _names = new KeyInterner() : null);

        public ChunkedStack<KeyValuePair<string, JsValue>> Members { get; } = new();

        public ChunkedStack<JsValue> Elements { get; } = new();

        /// <summary>An empty table for the keys of an object; reuses the last returned one.</summary>
        public Dictionary<string, int> RentTable()
        {
            var table = _table ?? new Dictionary<string, int>(StringComparer.Ordinal);
            _table = null;
            return table;
        }

        public void Return(Dictionary<string, int>? table)
        {
            // Clearing a large table costs the same for a small object as for a large one.
            const int MostKept = 4096;
            if (table is { Count: <= MostKept })
            {
                table.Clear();
                _table = table;
            }
        }

        public void CountValue(ref Utf8JsonReader reader)
        {
            if (++_values > options.MaxValues)
            {
                throw new TooManyValuesException(reader.TokenStartIndex);
            }

            if (_values % Stride == 0)
            {
                options.Cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    private sealed class TooManyValuesException(long at) : Exception
    {
        public long At => at;
    }
}
