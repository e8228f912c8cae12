using System.Globalization;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Grid.Cells;

/// <summary>Numbers as Workspace's cells write them, in en-US.</summary>
public static class NumberFormat
{
    private const double Thousand = 1e3;
    private const double Million = 1e6;
    private const double Billion = 1e9;
    private const double Trillion = 1e12;
    private const int MostDecimals = 20;

    /// <summary>
    /// The plain format: whole numbers without decimals, others with exactly <paramref name="decimalPlaces"/> (at least 2 between -1 and
    /// 1), with commas above 1000, and M, B or T above a million.
    /// </summary>
    public static string Plain(double value, double decimalPlaces)
    {
        var size = Math.Abs(value);
        if (!double.IsFinite(value) || size == 0)
        {
            return JsNumber.ToText(value);
        }

        var decimals = Decimals(decimalPlaces);
        if (size < 1)
        {
            decimals = Math.Max(2, decimals);
        }

        // Workspace loses the leading "0." of numbers that JavaScript writes with an exponent.
        if (size < 1e-6)
        {
            return new string('0', decimals);
        }

        var text = value == Math.Truncate(value) ? JsNumber.ToText(value) : Fixed(value, decimals);
        if (size <= Million)
        {
            return size > Thousand ? Group(text) : text;
        }

        return Math.Abs(double.Parse(text, CultureInfo.InvariantCulture)) <= Million
            ? Group(JsNumber.ToText(Math.Round(value)))
            : Magnitude(value, size, Math.Min(3, decimals));
    }

    /// <summary>The unrounded number, with commas above 1000.</summary>
    public static string Unrounded(double value)
    {
        var text = JsNumber.ToText(value);
        return Math.Abs(value) > Thousand && double.IsFinite(value) ? Group(text) : text;
    }

    /// <summary>At most three decimals, always with commas.</summary>
    public static string Localised(double value)
    {
        if (!double.IsFinite(value) || Math.Abs(value) >= 1e15)
        {
            return Unrounded(value);
        }

        var text = HalfUp(value, 3);
        text = Group(text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text);
        return value < 0 && text == "0" ? "-0" : text;
    }

    /// <summary>Truncates decimals instead of rounding, never pads, and writes whole numbers with <c>.0</c>; no commas.</summary>
    public static string Cut(double value, double scale, int mostDecimals)
    {
        var text = JsNumber.ToText(value * scale);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? text + ".0" : text[..Math.Min(text.Length, point + 1 + mostDecimals)];
    }

    /// <summary>Limits the number of decimals of a definition to a usable range.</summary>
    public static int Decimals(double decimalPlaces) =>
        double.IsNaN(decimalPlaces) ? 0 : (int)Math.Clamp(decimalPlaces, 0, MostDecimals);

    private static string Magnitude(double value, double size, int decimals)
    {
        var (unit, mark) = size >= Trillion ? (Trillion, " T") : size >= Billion ? (Billion, " B") : (Million, " M");
        return Group(HalfUp(value / unit, decimals)) + mark;
    }

    /// <summary>JavaScript's <c>toFixed</c>: rounds the exact binary value, ties away from zero (.NET rounds those to even).</summary>
    private static string Fixed(double value, int decimals) =>
        IsTie(value, decimals) ? HalfUp(value, decimals) : value.ToString("F" + decimals, CultureInfo.InvariantCulture);

    private static bool IsTie(double value, int decimals)
    {
        // 30 extra digits separate a true decimal tie from a nearby double.
        const int Beyond = 30;
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        return shortest[^1] == '5'
            && shortest.IndexOf('.', StringComparison.Ordinal) == shortest.Length - decimals - 2
            && value.ToString("F" + (decimals + Beyond), CultureInfo.InvariantCulture).EndsWith(new string('0', Beyond - 1), StringComparison.Ordinal);
    }

    /// <summary>Rounds the shortest decimal form of the number, as a browser's locale formats do.</summary>
    private static string HalfUp(double value, int decimals) =>
        Math.Abs(value) < 1e15
        && decimal.TryParse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? Math.Round(exact, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals, CultureInfo.InvariantCulture)
            : value.ToString("F" + decimals, CultureInfo.InvariantCulture);

    private static string Group(string text)
    {
        var start = text[0] == '-' ? 1 : 0;
        var end = text.IndexOfAny(['.', 'e']);
        end = end < 0 ? text.Length : end;
        var commas = (end - start - 1) / 3;
        if (commas <= 0 || text.Contains('e', StringComparison.Ordinal))
        {
            return text;
        }

        return string.Create(text.Length + commas, (text, start, end), static (target, source) =>
        {
            var at = 0;
            for (var i = 0; i < source.text.Length; i++)
            {
                if (i > source.start && i < source.end && (source.end - i) % 3 == 0)
                {
                    target[at++] = ',';
                }

                target[at++] = source.text[i];
            }
        });
    }
}
