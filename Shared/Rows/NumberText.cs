using System.Globalization;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Rows;

/// <summary>
/// Recognises texts that Workspace converts to numbers when it loads rows: <c>"1,234.5"</c>, <c>"$5"</c>, <c>"12%"</c>, <c>"1.5M"</c>.
/// </summary>
public static class NumberText
{
    private const int Longest = 400;

    /// <summary>
    /// Removes one leading currency sign, then commas, blanks and percent signs; the rest must be a plain number, optionally with a final
    /// K, M, B or T that multiplies it.
    /// </summary>
    public static bool TryRead(string text, out double number)
    {
        number = 0;
        if (text.Length is 0 or > Longest || !MayBeNumber(text[0]))
        {
            return false;
        }

        Span<char> kept = stackalloc char[text.Length];
        var count = 0;
        for (var i = text[0] is '$' or '£' or '€' or '¥' or '₹' ? 1 : 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is not (',' or '%') && !JsWhitespace.Has(c))
            {
                kept[count++] = c;
            }
        }

        var body = kept[..count];
        var scale = body.Length == 0 ? 1 : ScaleOf(body[^1]);
        if (scale != 1)
        {
            body = body[..^1];
        }

        if (!IsPlainNumber(body) || !double.TryParse(body, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        number = value * scale;
        return double.IsFinite(number);
    }

    private static bool MayBeNumber(char first) =>
        char.IsAsciiDigit(first) || first is '+' or '-' or '$' or '£' or '€' or '¥' or '₹' or ',' or '%' || JsWhitespace.Has(first);

    private static double ScaleOf(char last) => last switch
    {
        'K' => 1e3,
        'M' => 1e6,
        'B' => 1e9,
        'T' => 1e12,
        _ => 1,
    };

    /// <summary>Whether the text is an optional sign, digits, an optional fraction and an optional exponent, and nothing else.</summary>
    private static bool IsPlainNumber(ReadOnlySpan<char> text)
    {
        var at = SkipSign(text, 0);
        if (!SkipDigits(text, ref at))
        {
            return false;
        }

        if (at < text.Length && text[at] == '.')
        {
            at++;
            if (!SkipDigits(text, ref at))
            {
                return false;
            }
        }

        if (at < text.Length && (text[at] is 'e' or 'E'))
        {
            at = SkipSign(text, at + 1);
            if (!SkipDigits(text, ref at))
            {
                return false;
            }
        }

        return at == text.Length;
    }

    private static int SkipSign(ReadOnlySpan<char> text, int at) => at < text.Length && (text[at] is '+' or '-') ? at + 1 : at;

    private static bool SkipDigits(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at > start;
    }
}
