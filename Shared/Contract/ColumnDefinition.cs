using LiveGridStudio.Shared.Contract.Sparklines;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract;

/// <summary>How to show one field (<c>columnsDefs[]</c>): <c>{"field": "price", "headerName": "Price"}</c>.</summary>
public sealed record ColumnDefinition
{
    public JsValue Raw { get; init; }

    /// <value>Empty when absent or not a text; such a column matches only a row field with an empty key.</value>
    public required string Field { get; init; }

    /// <value>Null when absent; an empty text removes the column.</value>
    public string? HeaderName { get; init; }

    /// <value>True, false or null as given; undefined when absent, which means live. See <see cref="IsLive"/>.</value>
    public JsValue EnableCellChangeWs { get; init; }

    /// <value><c>category</c>, <c>series</c>, <c>time</c> or <c>excluded</c>.</value>
    public string? ChartDataType { get; init; }

    /// <value><c>text</c>, <c>number</c>, <c>boolean</c>, <c>date</c>, <c>dateString</c> or <c>object</c>.</value>
    public string? CellDataType { get; init; }

    public string? Prefix { get; init; }

    public string? Suffix { get; init; }

    /// <value><c>int</c>, <c>none</c>, <c>percent</c>, <c>normalized</c>, <c>normalizedPercent</c> or <c>dateToYear</c>.</value>
    public string? FormatterFn { get; init; }

    /// <value>May be fractional; Workspace accepts 0 to 6.</value>
    public double? DecimalPlaces { get; init; }

    public RenderFunction Render { get; init; } = RenderFunction.None;

    public SparklineDefinition? Sparkline { get; init; }

    /// <value>Pixels; null is automatic.</value>
    public double? Width { get; init; }

    public double? MinWidth { get; init; }

    public double? MaxWidth { get; init; }

    public bool Hide { get; init; }

    public string? HeaderTooltip { get; init; }

    public bool? RowGroup { get; init; }

    public string? AggFunc { get; init; }

    /// <value><c>left</c>, <c>right</c> or null; <c>true</c> on the wire is <c>left</c>.</value>
    public string? Pinned { get; init; }

    /// <value><c>left</c>, <c>center</c>, <c>right</c> or null.</value>
    public string? Align { get; init; }

    /// <summary>Whether messages update the column. True when the key is absent, false when it is false.</summary>
    /// <param name="nullIsLive">The meaning of a null: Workspace treats it as false, the documentation as true.</param>
    public bool IsLive(bool nullIsLive) => AllowsMessages(EnableCellChangeWs, nullIsLive);

    internal static bool AllowsMessages(JsValue enableCellChangeWs, bool nullIsLive) => enableCellChangeWs switch
    {
        { IsBoolean: true } given => given.Boolean,
        { IsNull: true } => nullIsLive,
        _ => true,
    };

    public static ColumnDefinition Read(JsValue raw) => new()
    {
        Raw = raw,
        Field = raw.TextAt("field") ?? "",
        HeaderName = raw.TextAt("headerName"),
        EnableCellChangeWs = raw["enableCellChangeWs"] is { IsBoolean: true } or { IsNull: true } ? raw["enableCellChangeWs"] : default,
        ChartDataType = raw.TextAt("chartDataType"),
        CellDataType = raw.TextAt("cellDataType"),
        Prefix = raw.TextAt("prefix"),
        Suffix = raw.TextAt("suffix"),
        FormatterFn = raw.TextAt("formatterFn"),
        DecimalPlaces = raw.NumberAt("decimalPlaces"),
        Render = RenderFunction.Read(raw["renderFn"], raw["renderFnParams"]),
        Sparkline = raw.PartAt("sparkline", SparklineDefinition.Read),
        Width = raw.NumberAt("width"),
        MinWidth = raw.NumberAt("minWidth"),
        MaxWidth = raw.NumberAt("maxWidth"),
        Hide = raw.FlagAt("hide") ?? false,
        HeaderTooltip = raw.TextAt("headerTooltip"),
        RowGroup = raw.FlagAt("rowGroup"),
        AggFunc = raw.TextAt("aggFunc"),
        Pinned = ReadPinned(raw["pinned"]),
        Align = raw.TextAt("align") is "left" or "center" or "right" ? raw.TextAt("align") : null,
    };

    private static string? ReadPinned(JsValue pinned) => pinned switch
    {
        { Text: "left" or "right" } => pinned.Text,
        { Boolean: true } => "left",
        _ => null,
    };
}
