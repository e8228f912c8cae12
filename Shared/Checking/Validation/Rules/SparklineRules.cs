using LiveGridStudio.Shared.Checking.Validation.Schemas;
using static LiveGridStudio.Shared.Checking.Validation.Schemas.Schema;

namespace LiveGridStudio.Shared.Checking.Validation.Rules;

internal static class SparklineRules
{
    private static readonly Schema PointStyle = ObjectWith(
        Optional("size", Number),
        Optional("fill", Text),
        Optional("stroke", Text),
        Optional("strokeWidth", Number));

    private static readonly Schema Tooltip = ObjectWith(
        Optional("enabled", Bool),
        Optional("renderer", Text));

    private static readonly Schema Axis = ObjectWith(
        Optional("type", OneOf("number", "category", "time")),
        Optional("stroke", Text),
        Optional("strokeWidth", Number),
        Optional("paddingInner", Number),
        Optional("paddingOuter", Number));

    private static readonly Schema Markers = ObjectWith(
        Optional("enabled", Bool),
        Optional("shape", OneOf("circle", "diamond", "square", "plus", "cross", "triangle")),
        Optional("size", Number),
        Optional("fill", Text),
        Optional("stroke", Text),
        Optional("strokeWidth", Number),
        Optional("highlightSize", Number));

    private static readonly Schema HighlightStyle = ObjectWith(
        Optional("fill", Text),
        Optional("stroke", Text),
        Optional("strokeWidth", Number));

    private static readonly Schema PointsOfInterest = ObjectWith(
        Optional("firstLast", PointStyle),
        Optional("minimum", PointStyle),
        Optional("maximum", PointStyle),
        Optional("positiveNegative", ObjectWith(
            Optional("positive", PointStyle),
            Optional("negative", PointStyle))),
        Optional("highlighted", PointStyle));

    private static readonly Schema Label = ObjectWith(
        Optional("enabled", Bool),
        Optional("fontWeight", Text),
        Optional("fontStyle", Text),
        Optional("fontSize", Number),
        Optional("fontFamily", Text),
        Optional("color", Text),
        Optional("placement", OneOf(Names.LabelPlacements)));

    private static readonly Schema Padding = ObjectWith(
        Optional("top", Number),
        Optional("right", Number),
        Optional("bottom", Number),
        Optional("left", Number));

    private static readonly Schema Options = ObjectWith(
        Optional("stroke", Text),
        Optional("strokeWidth", Number),
        Optional("fill", Text),
        Optional("fillOpacity", Number),
        Optional("min", Number),
        Optional("max", Number),
        Optional("direction", OneOf("vertical", "horizontal")),
        Optional("xKey", Text),
        Optional("yKey", Text),
        Optional("tooltip", Tooltip),
        Optional("axis", Axis),
        Optional("markers", Markers),
        Optional("highlightStyle", HighlightStyle),
        Optional("pointsOfInterest", PointsOfInterest),
        Required("customFormatter", Text),
        Optional("label", Label),
        Optional("padding", Padding));

    public static Schema Sparkline { get; } = ObjectWith(
        Required("type", OneOf("line", "area", "bar")),
        Optional("dataField", Text),
        Optional("options", Options));
}
