using System.Globalization;

namespace LiveGridStudio.Shared.Grid.Cells;

/// <summary>
/// Decides whether text on a filled cell is readable. Workspace writes white on its own blue and on middle greys, with a contrast of 3.9 to
/// 1 or less; the cell model keeps that colour, and the page shows the text almost black.
/// </summary>
internal static class FillText
{
    /// <summary>The least contrast of text as small as a cell's, by WCAG 2.</summary>
    private const double LeastContrast = 4.5;

    /// <param name="color">The text colour of the cell.</param>
    /// <param name="fill">The fill as <c>#rgb</c> or <c>#rrggbb</c>; null for none.</param>
    public static bool IsPale(string? color, string? fill) =>
        fill is not null && color == "#FFFFFF" && 1.05 / (Luminance(fill) + 0.05) < LeastContrast;

    private static double Luminance(string hex)
    {
        var digits = hex.AsSpan(1);
        var width = digits.Length / 3;
        return (0.2126 * Light(digits[..width])) + (0.7152 * Light(digits[width..(2 * width)])) + (0.0722 * Light(digits[(2 * width)..]));
    }

    private static double Light(ReadOnlySpan<char> part)
    {
        var value = int.Parse(part, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) / (part.Length == 1 ? 15.0 : 255.0);
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
