using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract.Apps;

/// <summary>Widgets that share a parameter: <c>{"name": "Group 1", "type": "param", "paramName": "symbol", "widgetIds": ["live_grid"]}</c>.</summary>
public sealed record AppGroup
{
    public JsValue Raw { get; init; }

    public string? Name { get; init; }

    public string? ParamName { get; init; }

    public string? Type { get; init; }

    /// <value>Null when absent, which differs from an empty list.</value>
    public IReadOnlyList<string>? WidgetIds { get; init; }

    public JsValue DefaultValue { get; init; }

    public static AppGroup Read(JsValue raw) => new()
    {
        Raw = raw,
        Name = raw.TextAt("name"),
        ParamName = raw.TextAt("paramName"),
        Type = raw.TextAt("type"),
        WidgetIds = raw["widgetIds"].IsList ? raw.TextsAt("widgetIds") : null,
        DefaultValue = raw["defaultValue"],
    };
}
