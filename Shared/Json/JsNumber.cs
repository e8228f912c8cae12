using System.Globalization;

namespace LiveGridStudio.Shared.Json;

/// <summary>Numbers as JavaScript writes them.</summary>
public static class JsNumber
{
    /// <summary><c>String(value)</c>: the shortest digits that read back the same, exponents only from 1e21 and below 1e-6.</summary>
    public static string ToText(double value)
    {
        if (double.IsNaN(value))
        {
            return "NaN";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "Infinity" : "-Infinity";
        }

        if (value == 0)
        {
            return "0";
        }

        if (value == Math.Truncate(value) && Math.Abs(value) < 1e15)
        {
            return ((long)value).ToString(CultureInfo.InvariantCulture);
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) || Math.Abs(value) >= 1e15 || Math.Abs(value) < 1e-4
            ? LayOut(text)
            : text;
    }

    private static string LayOut(string shortest)
    {
        var sign = shortest[0] == '-' ? "-" : "";
        var body = shortest.AsSpan(sign.Length);
        var exponent = 0;
        var mark = body.IndexOf('E');
        if (mark >= 0)
        {
            exponent = int.Parse(body[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            body = body[..mark];
        }

        var point = body.IndexOf('.');
        var whole = point < 0 ? body : body[..point];
        var digits = string.Concat(whole, point < 0 ? default : body[(point + 1)..]);
        // The value is 0.DIGITS x 10^place.
        var place = whole.Length + exponent;
        var leading = digits.Length - digits.TrimStart('0').Length;
        digits = digits[leading..].TrimEnd('0');
        place -= leading;

        if (place is > 0 and <= 21)
        {
            return sign + (digits.Length <= place
                ? digits.PadRight(place, '0')
                : string.Concat(digits.AsSpan(0, place), ".", digits.AsSpan(place)));
        }

        if (place is > -6 and <= 0)
        {
            return sign + "0." + new string('0', -place) + digits;
        }

        var shown = place - 1;
        var mantissa = digits.Length == 1 ? digits : string.Concat(digits.AsSpan(0, 1), ".", digits.AsSpan(1));
        return sign + mantissa + (shown < 0 ? "e-" : "e+") + Math.Abs(shown).ToString(CultureInfo.InvariantCulture);
    }
}
