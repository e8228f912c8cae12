using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract.Params;

/// <summary>
/// One option of a parameter: <c>{"label": "Apple", "value": "AAPL"}</c>; an endpoint may add <c>"extraInfo": {"description": "Technology",
/// "rightOfDescription": "NASDAQ"}</c>.
/// </summary>
public sealed record ParamOption
{
    public JsValue Raw { get; init; }

    public string? Label { get; init; }

    /// <value>A text, number, boolean or null.</value>
    public JsValue Value { get; init; }

    /// <value>Shown below the label.</value>
    public string? Description { get; init; }

    /// <value>Shown at the end of the description's line.</value>
    public string? RightOfDescription { get; init; }

    public static ParamOption Read(JsValue raw)
    {
        var extra = raw.ObjectAt("extraInfo");
        return new ParamOption
        {
            Raw = raw,
            Label = raw.TextAt("label"),
            Value = raw["value"],
            Description = extra.TextAt("description"),
            RightOfDescription = extra.TextAt("rightOfDescription"),
        };
    }
}
