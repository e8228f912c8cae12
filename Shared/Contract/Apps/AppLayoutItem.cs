using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract.Apps;

/// <summary>The place of a widget on a tab: <c>{"i": "live_grid", "x": 0, "y": 0, "w": 20, "h": 9}</c>; units are grid cells.</summary>
public sealed record AppLayoutItem
{
    public JsValue Raw { get; init; }

    /// <value>The widget's id (<c>i</c>).</value>
    public string? WidgetId { get; init; }

    public double? X { get; init; }

    public double? Y { get; init; }

    public double? Width { get; init; }

    public double? Height { get; init; }

    public double? MinWidth { get; init; }

    public double? MinHeight { get; init; }

    public double? MaxWidth { get; init; }

    public double? MaxHeight { get; init; }

    public bool? Moved { get; init; }

    public bool? Static { get; init; }

    public bool? IsDraggable { get; init; }

    public AppLayoutState? State { get; init; }

    /// <value>Names of the groups that the widget belongs to.</value>
    public IReadOnlyList<string> Groups { get; init; } = [];

    public static AppLayoutItem Read(JsValue raw) => new()
    {
        Raw = raw,
        WidgetId = raw.TextAt("i"),
        X = raw.NumberAt("x"),
        Y = raw.NumberAt("y"),
        Width = raw.NumberAt("w"),
        Height = raw.NumberAt("h"),
        MinWidth = raw.NumberAt("minW"),
        MinHeight = raw.NumberAt("minH"),
        MaxWidth = raw.NumberAt("maxW"),
        MaxHeight = raw.NumberAt("maxH"),
        Moved = raw.FlagAt("moved"),
        Static = raw.FlagAt("static"),
        IsDraggable = raw.FlagAt("isDraggable"),
        State = raw.PartAt("state", AppLayoutState.Read),
        Groups = raw.TextsAt("groups"),
    };
}
