using System.Globalization;
using System.Text;

namespace LiveGridStudio.Shared.Json;

/// <content>Writes JSON as a browser's <c>JSON.stringify</c> does.</content>
public static partial class JsJson
{
    /// <summary>JavaScript's <c>JSON.stringify</c>: no blanks, no escapes beyond the needed ones, infinite numbers as null.</summary>
    public static string Stringify(JsValue value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsValue value)
    {
        switch (value.Kind)
        {
            case JsKind.Text:
                WriteText(text, value.Text!);
                break;
            case JsKind.Number:
                text.Append(double.IsFinite(value.Number) ? JsNumber.ToText(value.Number) : "null");
                break;
            case JsKind.Boolean:
                text.Append(value.Boolean ? "true" : "false");
                break;
            case JsKind.List:
                text.Append('[');
                for (var i = 0; i < value.List.Count; i++)
                {
                    text.Append(i == 0 ? "" : ",");
                    Write(text, value.List[i]);
                }

                text.Append(']');
                break;
            case JsKind.Object:
                WriteObject(text, value.Object);
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static void WriteObject(StringBuilder text, JsObject value)
    {
        text.Append('{');
        var first = true;
        foreach (var (name, member) in value)
        {
            if (member.IsUndefined)
            {
                continue;
            }

            text.Append(first ? "" : ",");
            first = false;
            WriteText(text, name);
            text.Append(':');
            Write(text, member);
        }

        text.Append('}');
    }

    private static void WriteText(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case < ' ':
                    WriteEscape(text, c);
                    break;
                default:
                    if (!char.IsSurrogate(c))
                    {
                        text.Append(c);
                    }
                    else if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                    {
                        text.Append(c).Append(value[++i]);
                    }
                    else
                    {
                        WriteEscape(text, c);
                    }

                    break;
            }
        }

        text.Append('"');
    }

    private static void WriteEscape(StringBuilder text, char c) =>
        text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
}
