using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Widgets;

/// <summary>The size that a widget asks for on the 40-column dashboard: <c>{"w": 20, "h": 9}</c>.</summary>
public sealed record GridData
{
    /// <value>Columns; null when absent or no number. Workspace does not check the range.</value>
    public double? Width { get; init; }

    public double? Height { get; init; }

    public JsValue Raw { get; init; }

    public static GridData Read(JsValue raw) =>
        new() { Width = raw.NumberAt("w"), Height = raw.NumberAt("h"), Raw = raw };
}
