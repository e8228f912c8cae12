using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract.Sparklines;

/// <summary>Room around a sparkline in pixels: <c>{"top": 2, "right": 2, "bottom": 2, "left": 2}</c>.</summary>
public sealed record SparklinePadding
{
    public double? Top { get; init; }

    public double? Right { get; init; }

    public double? Bottom { get; init; }

    public double? Left { get; init; }

    public static SparklinePadding Read(JsValue raw) => new()
    {
        Top = raw.NumberAt("top"),
        Right = raw.NumberAt("right"),
        Bottom = raw.NumberAt("bottom"),
        Left = raw.NumberAt("left"),
    };
}
