using System.Text;

namespace LiveGridStudio.Shared.Json;

/// <summary>Writes a value so that it reads back the same, infinite numbers included; without blanks.</summary>
internal static class JsonTextWriter
{
    public static string Write(JsValue value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsValue value)
    {
        switch (value.Kind)
        {
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
                text.Append('{');
                var separator = "";
                foreach (var (name, member) in value.Object.Where(static member => !member.Value.IsUndefined))
                {
                    text.Append(separator).Append(JsJson.Stringify(name)).Append(':');
                    Write(text, member);
                    separator = ",";
                }

                text.Append('}');
                break;
            case JsKind.Number when double.IsInfinity(value.Number):
                // The range of a double ends below.
                text.Append(value.Number > 0 ? "1e999" : "-1e999");
                break;
            default:
                text.Append(JsJson.Stringify(value));
                break;
        }
    }
}
