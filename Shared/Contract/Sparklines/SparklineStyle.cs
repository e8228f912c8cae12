using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract.Sparklines;

/// <summary>Size, fill and line of a part of a sparkline: <c>{"size": 3, "fill": "red", "stroke": "red", "strokeWidth": 1}</c>.</summary>
public sealed record SparklineStyle
{
    public double? Size { get; init; }

    public string? Fill { get; init; }

    public string? Stroke { get; init; }

    public double? StrokeWidth { get; init; }

    public static SparklineStyle Read(JsValue raw) => new()
    {
        Size = raw.NumberAt("size"),
        Fill = raw.TextAt("fill"),
        Stroke = raw.TextAt("stroke"),
        StrokeWidth = raw.NumberAt("strokeWidth"),
    };
}
