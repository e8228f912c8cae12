using System.Globalization;

namespace LiveGridStudio.Bench.Reports;

/// <summary>Numbers as tables show them.</summary>
internal static class Figures
{
    /// <summary>Digits in groups of three, with a blank between: <c>1 234 567</c>.</summary>
    public static string Whole(double value) =>
        Math.Round(value).ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');

    public static string Fixed(double value, int decimals) =>
        value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public static string Percent(double share) => Fixed(share * 100, 1) + " %";

    /// <summary>The middle value; of an even number of values, the mean of the two in the middle.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
