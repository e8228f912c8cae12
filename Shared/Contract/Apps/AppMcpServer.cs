using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract.Apps;

/// <summary>An MCP tool server that an app adds: <c>{"name": "Quotes", "url": "http://localhost:8000/mcp"}</c>.</summary>
public sealed record AppMcpServer
{
    public JsValue Raw { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? Url { get; init; }

    /// <value><c>oauth</c> or <c>token</c>.</value>
    public string? AuthType { get; init; }

    public static AppMcpServer Read(JsValue raw) => new()
    {
        Raw = raw,
        Name = raw.TextAt("name"),
        Description = raw.TextAt("description"),
        Url = raw.TextAt("url"),
        AuthType = raw.TextAt("authType"),
    };
}
