using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract;

/// <summary>The chart that can replace a table: <c>{"enabled": true, "chartType": "line"}</c>.</summary>
public sealed record ChartViewDefinition
{
    public JsValue Raw { get; init; }

    public bool? Enabled { get; init; }

    public string? ChartType { get; init; }

    public bool? IgnoreCellRange { get; init; }

    /// <value>Chart type to the fields it draws; a null on the wire is an empty list.</value>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> CellRangeColumns { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    public bool? ChartSettingsOpen { get; init; }

    public string? XLabel { get; init; }

    public string? YLabel { get; init; }

    public static ChartViewDefinition Read(JsValue raw)
    {
        var ranges = raw.ObjectAt("cellRangeCols");
        return new ChartViewDefinition
        {
            Raw = raw,
            Enabled = raw.FlagAt("enabled"),
            ChartType = raw.TextAt("chartType"),
            IgnoreCellRange = raw.FlagAt("ignoreCellRange"),
            CellRangeColumns = ranges.Object.ToDictionary(
                static range => range.Key, range => ranges.TextsAt(range.Key), StringComparer.Ordinal),
            ChartSettingsOpen = raw.FlagAt("chartSettingsOpen"),
            XLabel = raw.TextAt("xLabel"),
            YLabel = raw.TextAt("yLabel"),
        };
    }
}
