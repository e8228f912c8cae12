using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract.Sparklines;

/// <summary>Points of a sparkline that are drawn differently (<c>pointsOfInterest</c>): <c>{"maximum": {"fill": "green"}}</c>.</summary>
public sealed record SparklinePoints
{
    public SparklineStyle? FirstLast { get; init; }

    public SparklineStyle? Minimum { get; init; }

    public SparklineStyle? Maximum { get; init; }

    public SparklineStyle? Positive { get; init; }

    public SparklineStyle? Negative { get; init; }

    public SparklineStyle? Highlighted { get; init; }

    public static SparklinePoints Read(JsValue raw)
    {
        var bySign = raw.ObjectAt("positiveNegative");
        return new SparklinePoints
        {
            FirstLast = raw.PartAt("firstLast", SparklineStyle.Read),
            Minimum = raw.PartAt("minimum", SparklineStyle.Read),
            Maximum = raw.PartAt("maximum", SparklineStyle.Read),
            Positive = bySign.PartAt("positive", SparklineStyle.Read),
            Negative = bySign.PartAt("negative", SparklineStyle.Read),
            Highlighted = raw.PartAt("highlighted", SparklineStyle.Read),
        };
    }
}
