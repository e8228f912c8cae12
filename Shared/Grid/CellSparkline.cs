using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Widgets;

namespace LiveGridStudio.Shared.Grid;

/// <summary>A small chart with its data.</summary>
/// <param name="Definition">How it is drawn.</param>
/// <param name="Points">The finite numbers of the data, in order.</param>
public sealed record CellSparkline(SparklineDefinition Definition, IReadOnlyList<double> Points)
{
    /// <summary>Reads a list of numbers, or of objects whose number stands under the options' <c>yKey</c>.</summary>
    public static CellSparkline Of(SparklineDefinition definition, JsValue data)
    {
        var points = new List<double>(data.List.Count);
        foreach (var item in data.List)
        {
            var value = item.IsObject ? item[definition.Options.YKey ?? "y"] : item;
            if (value.IsNumber && double.IsFinite(value.Number))
            {
                points.Add(value.Number);
            }
        }

        return new CellSparkline(definition, points);
    }
}
