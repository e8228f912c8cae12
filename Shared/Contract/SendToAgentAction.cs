using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract;

/// <summary>A click that writes to an agent: <c>{"markdown": "Tell me about {symbol}"}</c>.</summary>
public sealed record SendToAgentAction
{
    public JsValue Raw { get; init; }

    public string? Markdown { get; init; }

    public string? AgentId { get; init; }

    public static SendToAgentAction Read(JsValue raw) =>
        new() { Raw = raw, Markdown = raw.TextAt("markdown"), AgentId = raw.TextAt("agentId") };
}
