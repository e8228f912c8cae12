using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract.Sparklines;

/// <summary>How a sparkline is drawn: <c>{"stroke": "#0088CC", "strokeWidth": 2}</c>. Colours are any CSS text.</summary>
public sealed record SparklineOptions
{
    public JsValue Raw { get; init; }

    /// <value>Line and fill, with their sizes.</value>
    public SparklineStyle Style { get; init; } = new();

    public double? FillOpacity { get; init; }

    /// <value>The lowest value of the scale; null uses the lowest value of the data.</value>
    public double? Min { get; init; }

    public double? Max { get; init; }

    /// <value><c>vertical</c> or <c>horizontal</c>, for bars.</value>
    public string? Direction { get; init; }

    public string? XKey { get; init; }

    /// <value>The key of the value when the data points are objects.</value>
    public string? YKey { get; init; }

    public bool? TooltipEnabled { get; init; }

    public string? TooltipRenderer { get; init; }

    public SparklineAxis? Axis { get; init; }

    public bool? MarkersEnabled { get; init; }

    public string? MarkerShape { get; init; }

    public double? MarkerHighlightSize { get; init; }

    public SparklineStyle? Markers { get; init; }

    public SparklineStyle? Highlight { get; init; }

    public SparklinePoints? PointsOfInterest { get; init; }

    public string? CustomFormatter { get; init; }

    public SparklineLabel? Label { get; init; }

    public SparklinePadding? Padding { get; init; }

    public static SparklineOptions Read(JsValue raw)
    {
        var tooltip = raw.ObjectAt("tooltip");
        var markers = raw.ObjectAt("markers");
        return new SparklineOptions
        {
            Raw = raw,
            Style = SparklineStyle.Read(raw),
            FillOpacity = raw.NumberAt("fillOpacity"),
            Min = raw.NumberAt("min"),
            Max = raw.NumberAt("max"),
            Direction = raw.TextAt("direction"),
            XKey = raw.TextAt("xKey"),
            YKey = raw.TextAt("yKey"),
            TooltipEnabled = tooltip.FlagAt("enabled"),
            TooltipRenderer = tooltip.TextAt("renderer"),
            Axis = raw.PartAt("axis", SparklineAxis.Read),
            MarkersEnabled = markers.FlagAt("enabled"),
            MarkerShape = markers.TextAt("shape"),
            MarkerHighlightSize = markers.NumberAt("highlightSize"),
            Markers = raw.PartAt("markers", SparklineStyle.Read),
            Highlight = raw.PartAt("highlightStyle", SparklineStyle.Read),
            PointsOfInterest = raw.PartAt("pointsOfInterest", SparklinePoints.Read),
            CustomFormatter = raw.TextAt("customFormatter"),
            Label = raw.PartAt("label", SparklineLabel.Read),
            Padding = raw.PartAt("padding", SparklinePadding.Read),
        };
    }
}
