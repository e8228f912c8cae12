using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract.Sparklines;

/// <summary>A small chart in a cell: <c>{"type": "line", "dataField": "history"}</c>.</summary>
public sealed record SparklineDefinition
{
    public JsValue Raw { get; init; }

    /// <value><c>line</c>, <c>area</c> or <c>bar</c>; null when it is none of them.</value>
    public string? Type { get; init; }

    /// <value>The row's field with the values; null for the cell's own.</value>
    public string? DataField { get; init; }

    public SparklineOptions Options { get; init; } = SparklineOptions.Read(default);

    public static SparklineDefinition Read(JsValue raw) => new()
    {
        Raw = raw,
        Type = raw.TextAt("type") is "line" or "area" or "bar" ? raw.TextAt("type") : null,
        DataField = raw.TextAt("dataField"),
        Options = SparklineOptions.Read(raw.ObjectAt("options")),
    };
}
