using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract.Sparklines;

/// <summary>The axis of a sparkline: <c>{"type": "category", "stroke": "#999"}</c>.</summary>
public sealed record SparklineAxis
{
    /// <value><c>number</c>, <c>category</c> or <c>time</c>.</value>
    public string? Type { get; init; }

    public string? Stroke { get; init; }

    public double? StrokeWidth { get; init; }

    public double? PaddingInner { get; init; }

    public double? PaddingOuter { get; init; }

    public static SparklineAxis Read(JsValue raw) => new()
    {
        Type = raw.TextAt("type"),
        Stroke = raw.TextAt("stroke"),
        StrokeWidth = raw.NumberAt("strokeWidth"),
        PaddingInner = raw.NumberAt("paddingInner"),
        PaddingOuter = raw.NumberAt("paddingOuter"),
    };
}
