namespace LiveGridStudio.Shared.Checking.Validation.Rules;

/// <summary>The names that Workspace knows, compared exactly.</summary>
internal static class Names
{
    public static readonly string[] WidgetTypes =
    [
        "advanced_charting", "chart", "chart-highcharts", "chart-vegalite", "file_viewer", "html", "iframe", "live_grid",
        "markdown", "metric", "multi_file_viewer", "newsfeed", "note", "rich_note", "omni", "pdf", "table", "ssrm_table",
        "ssrm_advanced", "youtube",
    ];

    public static readonly string[] Formatters = ["int", "none", "percent", "normalized", "normalizedPercent", "dateToYear"];

    public static readonly string[] RenderFunctions =
        ["greenRed", "titleCase", "hoverCard", "cellOnClick", "columnColor", "showCellChange"];

    public static readonly string[] Conditions = ["eq", "ne", "gt", "lt", "gte", "lte", "contains", "notContains"];

    public static readonly string[] Languages =
        ["sql", "javascript", "python", "json", "html", "css", "markdown", "xml", "text"];

    public static readonly string[] LabelPlacements =
        ["inside", "outside", "inside-center", "inside-end", "outside-center", "outside-end"];

    public static readonly string[] ChartTypes =
    [
        "columnLineCombo", "areaColumnCombo", "customCombo", "column", "groupedColumn", "stackedColumn", "normalizedColumn",
        "bar", "groupedBar", "stackedBar", "normalizedBar", "line", "stackedLine", "normalizedLine", "scatter", "bubble",
        "pie", "donut", "doughnut", "area", "stackedArea", "normalizedArea", "histogram", "radarLine", "radarArea",
        "nightingale", "radialColumn", "radialBar", "sunburst", "rangeBar", "rangeArea", "boxPlot", "treemap", "heatmap",
        "waterfall", "funnel", "coneFunnel", "pyramid",
    ];
}
