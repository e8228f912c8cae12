using System.Globalization;
using System.Text;

namespace LiveGridStudio.App.Cli.Output;

/// <summary>
/// Makes text from documents and backends safe for a terminal: control characters and those that change the writing direction become
/// <c>\u001b</c> and the like, which means the same in JSON.
/// </summary>
internal static class PlainText
{
    public static string Of(string text)
    {
        if (!text.Any(IsUnsafe))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                plain.Append(text[i]).Append(text[++i]);
            }
            else if (IsUnsafe(text[i]))
            {
                plain.Append("\\u").Append(((int)text[i]).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }

    private static bool IsUnsafe(char c) =>
        char.IsControl(c) || char.IsSurrogate(c)
        || c is '\u2028' or '\u2029' or '\u200e' or '\u200f' or '\u061c' or '\ufeff'
            or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
