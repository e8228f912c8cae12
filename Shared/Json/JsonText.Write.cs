using System.Buffers;
using System.Globalization;

namespace LiveGridStudio.Shared.Json;

/// <content>Writes JSON as a browser's <c>JSON.stringify</c> does.</content>
public static partial class JsonText
{
    /// <summary>Characters that must be escaped in a text, and surrogates, which may be unpaired.</summary>
    private static readonly SearchValues<char> Unplain = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Concat(['"', '\\']).Concat(Enumerable.Range('\uD800', 0x800)).Select(static c => (char)c)]);

    /// <summary>JavaScript's <c>JSON.stringify</c>: no blanks, no escapes beyond the needed ones, infinite numbers as null.</summary>
    public static string Stringify(JsValue value) => Stringify(value, keepsInfinity: false);

    /// <summary>The same, written in pieces.</summary>
    public static void Write(TextWriter text, JsValue value)
    {
        ArgumentNullException.ThrowIfNull(text);
        Write(text, value, keepsInfinity: false);
    }

    /// <summary>The same, but readable without loss: infinite numbers are written beyond the range of a double.</summary>
    internal static string StringifyWhole(JsValue value) => Stringify(value, keepsInfinity: true);

    /// <summary>The start of <see cref="Stringify(JsValue)"/>, with at least <paramref name="most"/> characters if it has as many.</summary>
    internal static string StringifyStart(JsValue value, int most)
    {
        using var text = new StartWriter(most);
        Write(text, value, keepsInfinity: false);
        return text.ToString();
    }

    private static string Stringify(JsValue value, bool keepsInfinity)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Write(text, value, keepsInfinity);
        return text.ToString();
    }

    private static void Write(TextWriter text, JsValue value, bool keepsInfinity)
    {
        switch (value.Kind)
        {
            case JsKind.Text:
                WriteText(text, value.Text!);
                break;
            case JsKind.Number:
                text.Write(NumberText(value.Number, keepsInfinity));
                break;
            case JsKind.Boolean:
                text.Write(value.Boolean ? "true" : "false");
                break;
            case JsKind.List:
                WriteList(text, value.Elements, keepsInfinity);
                break;
            case JsKind.Object:
                WriteObject(text, value.Object, keepsInfinity);
                break;
            default:
                text.Write("null");
                break;
        }
    }

    private static void WriteList(TextWriter text, ReadOnlySpan<JsValue> elements, bool keepsInfinity)
    {
        text.Write('[');
        for (var i = 0; i < elements.Length && text is not StartWriter { IsEnough: true }; i++)
        {
            if (i > 0)
            {
                text.Write(',');
            }

            Write(text, elements[i], keepsInfinity);
        }

        text.Write(']');
    }

    private static void WriteObject(TextWriter text, JsObject value, bool keepsInfinity)
    {
        text.Write('{');
        var isFirst = true;
        for (var i = 0; i < value.Count && text is not StartWriter { IsEnough: true }; i++)
        {
            var (name, member) = value[i];
            if (member.IsUndefined)
            {
                continue;
            }

            if (!isFirst)
            {
                text.Write(',');
            }

            isFirst = false;
            WriteText(text, name);
            text.Write(':');
            Write(text, member, keepsInfinity);
        }

        text.Write('}');
    }

    private static string NumberText(double number, bool keepsInfinity) =>
        double.IsFinite(number) ? JsNumber.ToText(number)
        : !keepsInfinity || double.IsNaN(number) ? "null"
        : number > 0 ? "1e999" : "-1e999";

    private static void WriteText(TextWriter text, ReadOnlySpan<char> value)
    {
        text.Write('"');
        while (value.IndexOfAny(Unplain) is >= 0 and var plain)
        {
            text.Write(value[..plain]);
            var isPair = char.IsHighSurrogate(value[plain]) && plain + 1 < value.Length && char.IsLowSurrogate(value[plain + 1]);
            if (isPair)
            {
                text.Write(value.Slice(plain, 2));
            }
            else
            {
                text.Write(Escape(value[plain]));
            }

            value = value[(plain + (isPair ? 2 : 1))..];
        }

        text.Write(value);
        text.Write('"');
    }

    private static string Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
    };

    /// <summary>Stops the writing when there is enough text, so that text that is cut anyway is not written.</summary>
    private sealed class StartWriter(int most) : StringWriter(CultureInfo.InvariantCulture)
    {
        public bool IsEnough => GetStringBuilder().Length >= most;
    }
}
