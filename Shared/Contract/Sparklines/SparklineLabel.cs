using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract.Sparklines;

/// <summary>The labels of a sparkline's bars: <c>{"enabled": true, "placement": "inside-end"}</c>.</summary>
public sealed record SparklineLabel
{
    public bool? Enabled { get; init; }

    public string? FontWeight { get; init; }

    public string? FontStyle { get; init; }

    public double? FontSize { get; init; }

    public string? FontFamily { get; init; }

    public string? Color { get; init; }

    public string? Placement { get; init; }

    public static SparklineLabel Read(JsValue raw) => new()
    {
        Enabled = raw.FlagAt("enabled"),
        FontWeight = raw.TextAt("fontWeight"),
        FontStyle = raw.TextAt("fontStyle"),
        FontSize = raw.NumberAt("fontSize"),
        FontFamily = raw.TextAt("fontFamily"),
        Color = raw.TextAt("color"),
        Placement = raw.TextAt("placement"),
    };
}
