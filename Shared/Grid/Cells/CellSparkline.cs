using LiveGridStudio.Shared.Contract.Sparklines;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Grid.Cells;

/// <summary>A small chart with its data.</summary>
/// <param name="Definition">How it is drawn.</param>
/// <param name="Points">The finite numbers of the data, in order.</param>
public sealed record CellSparkline(SparklineDefinition Definition, IReadOnlyList<double> Points)
{
    /// <summary>The most points that are kept. Longer data are thinned out evenly, because the drawing is much coarser.</summary>
    private const int MostPoints = 10_000;

    /// <summary>Reads a list of numbers, or of objects with a number under the <c>yKey</c> of the options.</summary>
    public static CellSparkline Of(SparklineDefinition definition, JsValue data)
    {
        var items = data.Elements;
        var step = Math.Max(1, items.Length / MostPoints);
        var points = new List<double>(items.Length / step);
        for (var i = 0; i < items.Length; i += step)
        {
            var item = items[i];
            var value = item.IsObject ? item[definition.Options.YKey ?? "y"] : item;
            if (value.IsNumber && double.IsFinite(value.Number))
            {
                points.Add(value.Number);
            }
        }

        return new CellSparkline(definition, points);
    }
}
