using System.Globalization;
using System.Text;

namespace LiveGridStudio.Shared.Json;

/// <content>Writes JSON as a browser's <c>JSON.stringify</c> does.</content>
public static partial class JsJson
{
    /// <summary>JavaScript's <c>JSON.stringify</c>: no blanks, no escapes beyond the needed ones, infinite numbers as null.</summary>
    public static string Stringify(JsValue value) => Write(value, keepsInfinity: false);

    /// <summary>The same, but a value that reads back as it was: infinite numbers are written beyond the range of a double.</summary>
    internal static string StringifyWhole(JsValue value) => Write(value, keepsInfinity: true);

    private static string Write(JsValue value, bool keepsInfinity)
    {
        var text = new StringBuilder();
        Write(text, value, keepsInfinity);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsValue value, bool keepsInfinity)
    {
        switch (value.Kind)
        {
            case JsKind.Text:
                WriteText(text, value.Text!);
                break;
            case JsKind.Number:
                text.Append(NumberText(value.Number, keepsInfinity));
                break;
            case JsKind.Boolean:
                text.Append(value.Boolean ? "true" : "false");
                break;
            case JsKind.List:
                text.Append('[');
                for (var i = 0; i < value.List.Count; i++)
                {
                    text.Append(i == 0 ? "" : ",");
                    Write(text, value.List[i], keepsInfinity);
                }

                text.Append(']');
                break;
            case JsKind.Object:
                WriteObject(text, value.Object, keepsInfinity);
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static void WriteObject(StringBuilder text, JsObject value, bool keepsInfinity)
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
            Write(text, member, keepsInfinity);
        }

        text.Append('}');
    }

    private static string NumberText(double number, bool keepsInfinity) =>
        double.IsFinite(number) ? JsNumber.ToText(number)
        : !keepsInfinity || double.IsNaN(number) ? "null"
        : number > 0 ? "1e999" : "-1e999";

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
