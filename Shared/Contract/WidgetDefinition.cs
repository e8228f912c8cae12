using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract;

/// <summary>
/// One entry of <c>widgets.json</c>: <c>{"name": "Live Grid", "description": "", "endpoint": "live_grid_data", "type": "live_grid"}</c>. A
/// definition that Workspace would refuse is read as far as possible: a value of the wrong type reads as absent and stays in <see
/// cref="Raw"/>.
/// </summary>
public sealed record WidgetDefinition
{
    /// <summary>The <see cref="Type"/> of a table that a WebSocket updates.</summary>
    public const string LiveGridType = "live_grid";

    private const int FewRowIdColumns = 8;
    private const int MaxRowIdColumns = 32;

    /// <value>The key of the widget in <c>widgets.json</c>.</value>
    public required string Id { get; init; }

    /// <value>The entry exactly as given, with unknown and mistyped keys.</value>
    public JsValue Raw { get; init; }

    /// <value><c>type</c>; when missing or null <c>defaultViz</c>, else <c>table</c>. <c>note</c> reads as <c>rich_note</c>.</value>
    public required string Type { get; init; }

    public string? Name { get; init; }

    public bool? ShowTitle { get; init; }

    public string? Description { get; init; }

    public string? Category { get; init; }

    public string? SubCategory { get; init; }

    public string? SearchCategory { get; init; }

    public string? SchemaName { get; init; }

    public IReadOnlyList<string> Source { get; init; } = [];

    public string? WidgetId { get; init; }

    public string? WidgetType { get; init; }

    public string? Endpoint { get; init; }

    public string? FileEndpoint { get; init; }

    public string? WsEndpoint { get; init; }

    public string? GroupById { get; init; }

    public string? DataKey { get; init; }

    /// <value>
    /// <c>data.wsRowIdColumns</c>, else <c>data.wsRowIdColumn</c>. A comma-separated text is one name. Beyond 8 names, repeated ones count
    /// once and at most 32 are kept.
    /// </value>
    public IReadOnlyList<string> RowIdColumns { get; init; } = [];

    /// <value>Whether the list of id columns is empty: every row then has the same empty id.</value>
    public bool HasEmptyRowId { get; init; }

    /// <value>Whether rows have ids; without ids messages append rows.</value>
    public bool HasRowIds => RowIdColumns.Count > 0 || HasEmptyRowId;

    /// <value><c>data.table</c>; an empty definition when absent.</value>
    public TableDefinition Table { get; init; } = TableDefinition.Empty;

    /// <value>The parameters in order; rows of parameters (lists inside the list) are flattened.</value>
    public IReadOnlyList<ParamDefinition> Params { get; init; } = [];

    public GridData? GridData { get; init; }

    /// <value>A number of milliseconds or false; undefined when absent.</value>
    public JsValue StaleTime { get; init; }

    /// <value>A number of milliseconds, false, null or a cron text; undefined when absent.</value>
    public JsValue RefetchInterval { get; init; }

    public string? DataUpdateDisplay { get; init; }

    public bool? RunButton { get; init; }

    public bool? DisableRetrievalForCopilot { get; init; }

    public string? CopilotParseAs { get; init; }

    public string? InputType { get; init; }

    /// <value>The key <c>raw</c>: the widget offers its unprocessed data.</value>
    public bool? OffersRawData { get; init; }

    public bool? Exportable { get; init; }

    public JsObject? Storage { get; init; }

    /// <value><c>mcp_tool</c>, which Workspace ignores without a message; undefined when absent.</value>
    public JsValue McpTool { get; init; }

    public bool IsLiveGrid => Type == LiveGridType;

    /// <summary>Whether messages may change the rows: always for a live grid, for other widgets when they name a socket.</summary>
    public bool HasMessages => IsLiveGrid || !string.IsNullOrEmpty(WsEndpoint);

    public static WidgetDefinition Read(string id, JsValue raw)
    {
        var data = raw.ObjectAt("data");
        var rowIdColumns = ReadRowIdColumns(data);
        return new WidgetDefinition
        {
            Id = id,
            Raw = raw,
            Type = ReadType(raw),
            Name = raw.TextAt("name"),
            ShowTitle = raw.FlagAt("showTitle"),
            Description = raw.TextAt("description"),
            Category = raw.TextAt("category"),
            SubCategory = raw.TextAt("subCategory"),
            SearchCategory = raw.TextAt("searchCategory"),
            SchemaName = raw.TextAt("schemaName"),
            Source = raw.TextOrTextsAt("source"),
            WidgetId = raw.TextAt("widgetId"),
            WidgetType = raw.TextAt("widgetType"),
            Endpoint = raw.TextAt("endpoint"),
            FileEndpoint = raw.TextAt("fileEndpoint"),
            WsEndpoint = raw.TextAt("wsEndpoint"),
            GroupById = raw.TextAt("groupById"),
            DataKey = data.TextAt("dataKey"),
            RowIdColumns = rowIdColumns,
            HasEmptyRowId = rowIdColumns.Count == 0 && (data["wsRowIdColumns"].IsList || data["wsRowIdColumn"].IsList),
            Table = TableDefinition.Read(data.ObjectAt("table")),
            Params = ParamDefinition.ReadAll(raw["params"]),
            GridData = raw.PartAt("gridData", GridData.Read),
            StaleTime = raw["staleTime"],
            RefetchInterval = raw["refetchInterval"],
            DataUpdateDisplay = raw.TextAt("dataUpdateDisplay"),
            RunButton = raw.FlagAt("runButton"),
            DisableRetrievalForCopilot = raw.FlagAt("disableRetrievalForCopilot"),
            CopilotParseAs = raw.TextAt("copilotParseAs"),
            InputType = raw.TextAt("inputType"),
            OffersRawData = raw.FlagAt("raw"),
            Exportable = raw.FlagAt("exportable"),
            Storage = raw["storage"] is { IsObject: true } storage ? storage.Object : null,
            McpTool = raw["mcp_tool"],
        };
    }

    /// <summary>Every entry of a <c>widgets.json</c> whose value is an object, in the document's order.</summary>
    public static IReadOnlyList<WidgetDefinition> ReadAll(JsValue document) =>
        [.. document.Object.Where(static entry => entry.Value.IsObject).Select(static entry => Read(entry.Key, entry.Value))];

    private static string ReadType(JsValue raw)
    {
        var type = raw.TextAt("type") ?? raw.TextAt("defaultViz") ?? "table";
        return type == "note" ? "rich_note" : type;
    }

    private static IReadOnlyList<string> ReadRowIdColumns(JsValue data)
    {
        var columns = data["wsRowIdColumns"].IsList ? data.TextsAt("wsRowIdColumns")
            : data["wsRowIdColumn"].Text == "" ? []
            : data.TextOrTextsAt("wsRowIdColumn");
        // The id is built from these columns for each row and message.
        return columns.Count <= FewRowIdColumns ? columns : [.. columns.Distinct(StringComparer.Ordinal).Take(MaxRowIdColumns)];
    }
}
