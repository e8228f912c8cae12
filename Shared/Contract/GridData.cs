using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract;

/// <summary>The requested size of a widget on the 40-column dashboard: <c>{"w": 20, "h": 9}</c>.</summary>
public sealed record GridData
{
    /// <summary>Number of columns of the dashboard.</summary>
    public const int Columns = 40;

    /// <value>Columns; null when absent or no number. Workspace does not check the range.</value>
    public double? Width { get; init; }

    public double? Height { get; init; }

    /// <value><c>minW</c>; Workspace documents this key and the next three for the items of an app's layout only.</value>
    public double? MinWidth { get; init; }

    public double? MaxWidth { get; init; }

    public double? MinHeight { get; init; }

    public double? MaxHeight { get; init; }

    public JsValue Raw { get; init; }

    public static GridData Read(JsValue raw) => new()
    {
        Width = raw.NumberAt("w"),
        Height = raw.NumberAt("h"),
        MinWidth = raw.NumberAt("minW"),
        MaxWidth = raw.NumberAt("maxW"),
        MinHeight = raw.NumberAt("minH"),
        MaxHeight = raw.NumberAt("maxH"),
        Raw = raw,
    };
}
