namespace LiveGridStudio.Bench.Soak;

/// <summary>The least-squares line through some points.</summary>
/// <param name="Slope">Per unit of x.</param>
/// <param name="Error">Standard error of the slope.</param>
/// <param name="Mean">Of y.</param>
internal sealed record Trend(double Slope, double Error, double Mean)
{
    public static Trend Of(IReadOnlyList<(double X, double Y)> points)
    {
        var (x, y) = (points.Average(static point => point.X), points.Average(static point => point.Y));
        var spread = points.Sum(point => (point.X - x) * (point.X - x));
        var slope = points.Sum(point => (point.X - x) * (point.Y - y)) / spread;
        var rest = points.Sum(point => Math.Pow(point.Y - y - (slope * (point.X - x)), 2));
        return new Trend(slope, Math.Sqrt(rest / (points.Count - 2) / spread), y);
    }
}
