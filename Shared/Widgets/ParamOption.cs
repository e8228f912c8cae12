using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Widgets;

/// <summary>One choice of a parameter: <c>{"label": "Apple", "value": "AAPL"}</c>.</summary>
public sealed record ParamOption
{
    public JsValue Raw { get; init; }

    public string? Label { get; init; }

    /// <value>A text, number, boolean or null.</value>
    public JsValue Value { get; init; }

    public static ParamOption Read(JsValue raw) =>
        new() { Raw = raw, Label = raw.TextAt("label"), Value = raw["value"] };
}
