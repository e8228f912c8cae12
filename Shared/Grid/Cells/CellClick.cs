using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Grid.Cells;

/// <summary>What a click on a cell does.</summary>
/// <param name="ActionType"><c>groupBy</c>, <c>sendToAgent</c>, or null when the definition names neither.</param>
public sealed record CellClick(string? ActionType)
{
    /// <value>The parameter that <c>groupBy</c> sets.</value>
    public string? ParamName { get; init; }

    /// <value>The value for the parameter: that of <c>valueField</c>, else the cell's own.</value>
    public JsValue Value { get; init; }

    public bool ForceUpdate { get; init; }

    public string? AgentId { get; init; }

    /// <value>The message for the agent, with <c>{field}</c> filled in from the row.</value>
    public string? Markdown { get; init; }
}
