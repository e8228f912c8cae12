using System.Text;

namespace LiveGridStudio.App.Studio.Messages;

/// <summary>
/// Breaks a JSON text into lines without parsing it: numbers and escapes stay as received, and a text that is cut or not JSON becomes
/// readable too.
/// </summary>
internal static class JsonIndent
{
    private const int MostDepth = 20;

    public static string Of(string text)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..] || text.Contains('\n'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length * 2);
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '"':
                    var end = EndOfText(text, i);
                    result.Append(text, i, end - i);
                    i = end - 1;
                    break;
                case '{' or '[' when NextVisible(text, i + 1) is var next && next < text.Length && text[next] is '}' or ']':
                    result.Append(c).Append(text[next]);
                    i = next;
                    break;
                case '{' or '[':
                    result.Append(c);
                    NewLine(result, ++depth);
                    break;
                case '}' or ']':
                    NewLine(result, depth = Math.Max(0, depth - 1));
                    result.Append(c);
                    break;
                case ',':
                    result.Append(c);
                    NewLine(result, depth);
                    break;
                case ':':
                    result.Append(": ");
                    break;
                case ' ' or '\t' or '\r':
                    break;
                default:
                    result.Append(c);
                    break;
            }
        }

        return result.ToString();
    }

    private static void NewLine(StringBuilder result, int depth) => result.Append('\n').Append(' ', 2 * Math.Min(depth, MostDepth));

    private static int EndOfText(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                return i + 1;
            }
        }

        return text.Length;
    }

    private static int NextVisible(string text, int from)
    {
        while (from < text.Length && text[from] is ' ' or '\t' or '\r')
        {
            from++;
        }

        return from;
    }
}
