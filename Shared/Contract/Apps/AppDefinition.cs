using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract.Apps;

/// <summary>One app of <c>apps.json</c>: <c>{"name": "Live", "tabs": {"main": {"id": "main", "name": "Main", "layout": []}}}</c>.</summary>
public sealed record AppDefinition
{
    public JsValue Raw { get; init; }

    public string? TemplateId { get; init; }

    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? SelectedAgent { get; init; }

    public string? Image { get; init; }

    public string? ImageDark { get; init; }

    public string? ImageLight { get; init; }

    public string? Authentication { get; init; }

    /// <value>The tabs in the document's order.</value>
    public IReadOnlyList<AppTab> Tabs { get; init; } = [];

    public IReadOnlyList<AppGroup> Groups { get; init; } = [];

    public IReadOnlyList<string> Prompts { get; init; } = [];

    /// <value><c>mcpServers</c>, or <c>mcp_servers</c> when only that key is present.</value>
    public IReadOnlyList<AppMcpServer> McpServers { get; init; } = [];

    public bool? AllowCustomization { get; init; }

    public static AppDefinition Read(JsValue raw) => new()
    {
        Raw = raw,
        TemplateId = raw.TextAt("templateId"),
        Id = raw.TextAt("id"),
        Name = raw.TextAt("name"),
        Description = raw.TextAt("description"),
        SelectedAgent = raw.TextAt("selected_agent"),
        Image = raw.TextAt("img"),
        ImageDark = raw.TextAt("img_dark"),
        ImageLight = raw.TextAt("img_light"),
        Authentication = raw.TextAt("authentication"),
        Tabs =
        [
            .. raw.ObjectAt("tabs").Object.Where(static tab => tab.Value.IsObject)
                .Select(static tab => AppTab.Read(tab.Key, tab.Value)),
        ],
        Groups = raw.ObjectsAt("groups", AppGroup.Read),
        Prompts = raw.TextsAt("prompts"),
        McpServers = raw.ObjectsAt(raw["mcpServers"].IsUndefined ? "mcp_servers" : "mcpServers", AppMcpServer.Read),
        AllowCustomization = raw.FlagAt("allowCustomization"),
    };

    /// <summary>The apps of a document: a list, or one object that is not empty. Entries that are not objects are left out.</summary>
    public static IReadOnlyList<AppDefinition> ReadAll(JsValue document) =>
        document.IsObject
            ? document.Object.Count == 0 ? [] : [Read(document)]
            : [.. document.List.Where(static item => item.IsObject).Select(Read)];
}
