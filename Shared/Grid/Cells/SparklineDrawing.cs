using System.Globalization;
using System.Text;
using LiveGridStudio.Shared.Contract.Sparklines;

namespace LiveGridStudio.Shared.Grid.Cells;

/// <summary>The geometry of a sparkline in a box of 100 by 24 units.</summary>
internal sealed class SparklineDrawing
{
    public const double Width = 100;
    public const double Height = 24;
    private const double Inset = 2;
    private const int MostPoints = 400;

    private readonly double _least;
    private readonly double _most;

    public SparklineDrawing(CellSparkline sparkline)
    {
        Options = sparkline.Definition.Options;
        Type = sparkline.Definition.Type ?? "line";
        Values = Thin(sparkline.Points);
        // Bars start at zero, so that their length is proportional to the value.
        var ground = Type != "bar" && Values.Count > 0 ? Values[0] : 0;
        _least = Finite(Options.Min) ?? Values.Append(ground).Min();
        _most = Finite(Options.Max) ?? Values.Append(ground).Max();
    }

    public string Type { get; }

    public IReadOnlyList<double> Values { get; }

    public SparklineOptions Options { get; }

    public bool IsHorizontal => Type == "bar" && Options.Direction == "horizontal";

    /// <summary>The y coordinate of zero, or of the nearest edge.</summary>
    public double Baseline => Y(0);

    public double X(int index) => Values.Count == 1 ? Width / 2 : Inset + (index * (Width - (2 * Inset)) / (Values.Count - 1));

    public double Y(double value) => Height - Inset - (Share(value) * (Height - (2 * Inset)));

    /// <summary>The line through all points, as path data.</summary>
    public string Line()
    {
        var path = new StringBuilder();
        for (var i = 0; i < Values.Count; i++)
        {
            path.Append(i == 0 ? 'M' : 'L').Append(Text(X(i))).Append(' ').Append(Text(Y(Values[i])));
        }

        return path.ToString();
    }

    /// <summary>The line, closed along the baseline.</summary>
    public string Area() => Values.Count == 0
        ? ""
        : $"{Line()}L{Text(X(Values.Count - 1))} {Text(Baseline)}L{Text(X(0))} {Text(Baseline)}Z";

    public (string X, string Y, string Width, string Height) Bar(int index)
    {
        if (IsHorizontal)
        {
            var step = Height / Values.Count;
            var (from, to) = Order(Across(0), Across(Values[index]));
            return (Text(from), Text((index * step) + (step * 0.1)), Text(Math.Max(0.6, to - from)), Text(step * 0.8));
        }

        var slot = (Width - (2 * Inset)) / Values.Count;
        var (top, bottom) = Order(Y(Values[index]), Baseline);
        return (Text(Inset + (index * slot) + (slot * 0.1)), Text(top), Text(slot * 0.8), Text(Math.Max(0.6, bottom - top)));
    }

    /// <summary>The style of a point that differs from the others; null for an ordinary point.</summary>
    public SparklineStyle? PointStyle(int index)
    {
        var value = Values[index];
        var interest = Options.PointsOfInterest;
        return interest?.Maximum is { } maximum && value == Values.Max() ? maximum
            : interest?.Minimum is { } minimum && value == Values.Min() ? minimum
            : interest?.FirstLast is { } ends && (index == 0 || index == Values.Count - 1) ? ends
            : interest?.Positive is { } positive && value > 0 ? positive
            : interest?.Negative is { } negative && value < 0 ? negative
            : Options.MarkersEnabled == true ? Options.Markers
            : null;
    }

    public string Label() => Values.Count == 0
        ? "no values"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Values.Count} values from {Values.Min():G6} to {Values.Max():G6}, the last {Values[^1]:G6}");

    public static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private double Across(double value) => Inset + (Share(value) * (Width - (2 * Inset)));

    /// <summary>
    /// The position on the scale: 0 at the bottom, 1 at the top. It works with halves, because the span itself may exceed a double.
    /// </summary>
    private double Share(double value) =>
        _most > _least ? ((Math.Clamp(value, _least, _most) / 2) - (_least / 2)) / ((_most / 2) - (_least / 2)) : 0.5;

    private static double? Finite(double? value) => value is { } given && double.IsFinite(given) ? given : null;

    private static (double Low, double High) Order(double a, double b) => a < b ? (a, b) : (b, a);

    /// <summary>Keeps every n-th value of longer data, and always the last: a cell is at most a few hundred pixels wide.</summary>
    private static List<double> Thin(IReadOnlyList<double> points)
    {
        var step = Math.Max(1, (int)Math.Ceiling(points.Count / (double)MostPoints));
        var values = new List<double>();
        for (var i = (points.Count - 1) % step; i < points.Count && i >= 0; i += step)
        {
            values.Add(points[i]);
        }

        return values;
    }
}
