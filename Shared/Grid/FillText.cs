using System.Globalization;

namespace LiveGridStudio.Shared.Grid;

/// <summary>
/// The colour of text on a filled cell. Workspace always writes white, which cannot be read on its own green, red and blue
/// (2.3, 3.8 and 3.9 to 1); the page writes white where that is readable, else nearly black. The model keeps what Workspace says.
/// </summary>
internal static class FillText
{
    private const string White = "#FFFFFF";
    private const string Dark = "#0E1013";

    /// <summary>The least contrast of text as small as a cell's, by WCAG 2.</summary>
    private const double LeastContrast = 4.5;

    /// <param name="fill">As <c>#rgb</c> or <c>#rrggbb</c>.</param>
    public static string On(string fill) => 1.05 / (Luminance(fill) + 0.05) >= LeastContrast ? White : Dark;

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
