using System.Globalization;
using System.Text;

namespace LiveGridStudio.App.Studio.Messages;

/// <summary>Builds the paths of a chart with one value per second; zero is at the bottom, the highest value at the top.</summary>
internal static class MinuteChartPath
{
    public const int Width = 240;

    public const int Height = 36;

    /// <summary>The least height of a bar above zero.</summary>
    private const double LeastBar = 1;

    public static string Bars(IReadOnlyList<double?> values)
    {
        var path = new StringBuilder();
        var step = (double)Width / Math.Max(1, values.Count);
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value and > 0)
            {
                var height = Math.Max(LeastBar, value / Top(values) * Height);
                path.Append(CultureInfo.InvariantCulture, $"M{i * step:0.##} {Height}v{-height:0.##}h{step * 0.75:0.##}v{height:0.##}z");
            }
        }

        return path.ToString();
    }

    /// <summary>The line is interrupted where nothing was measured.</summary>
    public static string Line(IReadOnlyList<double?> values)
    {
        var path = new StringBuilder();
        var step = (double)Width / Math.Max(1, values.Count - 1);
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value)
            {
                var y = Height - (value / Top(values) * (Height - 1));
                var command = i > 0 && values[i - 1] is not null ? 'L' : 'M';
                path.Append(CultureInfo.InvariantCulture, $"{command}{i * step:0.##} {y:0.##}");
            }
        }

        return path.ToString();
    }

    private static double Top(IReadOnlyList<double?> values) => values.Max() is { } top and > 0 ? top : 1;
}
