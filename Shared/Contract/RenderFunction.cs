using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract;

/// <summary>
/// <c>renderFn</c> (a name, a comma-separated text or a list) with its <c>renderFnParams</c>: <c>"renderFn": "greenRed", "renderFnParams":
/// {"colorValueKey": "change"}</c>.
/// </summary>
public sealed record RenderFunction
{
    public static RenderFunction None { get; } = new();

    /// <value>Whether <c>renderFn</c> is present and not null. An empty list counts, and changes how texts are shown.</value>
    public bool IsGiven { get; init; }

    /// <value>The known names in the order given; unknown ones are left out.</value>
    public IReadOnlyList<RenderFunctionName> Names { get; init; } = [];

    /// <value><c>renderFnParams</c> exactly as given.</value>
    public JsValue Params { get; init; }

    /// <value>Null when absent or null; an empty list is a list without rules.</value>
    public IReadOnlyList<ColorRule>? ColorRules { get; init; }

    /// <value><c>colorRules: null</c>, with which Workspace cannot draw a coloured cell.</value>
    public bool HasNullColorRules { get; init; }

    /// <value>The field whose value decides the colour; null for the cell's own.</value>
    public string? ColorValueKey { get; init; }

    /// <value><c>groupBy</c> or <c>sendToAgent</c>.</value>
    public string? ActionType { get; init; }

    public GroupByAction? GroupBy { get; init; }

    public HoverCardDefinition? HoverCard { get; init; }

    public SendToAgentAction? SendToAgent { get; init; }

    /// <value>Whether the parameter is named by the older <c>groupByParamName</c>.</value>
    public bool UsesLegacyGroupByParamName { get; init; }

    public bool Has(RenderFunctionName name)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (Names[i] == name)
            {
                return true;
            }
        }

        return false;
    }

    public static RenderFunction Read(JsValue renderFn, JsValue parameters)
    {
        if (renderFn.IsNullish && !parameters.IsObject)
        {
            return None;
        }

        var legacyName = parameters.TextAt("groupByParamName");
        var groupBy = parameters.PartAt("groupBy", GroupByAction.Read);
        var isLegacy = legacyName is not null && groupBy?.ParamName is null;
        return new RenderFunction
        {
            IsGiven = !renderFn.IsNullish,
            Names = ReadNames(renderFn),
            Params = parameters,
            ColorRules = parameters["colorRules"].IsList ? ColorRule.ReadAll(parameters["colorRules"]) : null,
            HasNullColorRules = parameters["colorRules"].IsNull,
            ColorValueKey = parameters.TextAt("colorValueKey"),
            ActionType = parameters.TextAt("actionType"),
            GroupBy = isLegacy ? (groupBy ?? new GroupByAction()) with { ParamName = legacyName } : groupBy,
            HoverCard = parameters.PartAt("hoverCard", HoverCardDefinition.Read),
            SendToAgent = parameters.PartAt("sendToAgent", SendToAgentAction.Read),
            UsesLegacyGroupByParamName = isLegacy,
        };
    }

    private static RenderFunctionName[] ReadNames(JsValue renderFn)
    {
        var names = new List<RenderFunctionName>();
        if (renderFn.TryGetText(out var text))
        {
            foreach (var range in text.AsSpan().Split(','))
            {
                Add(names, text.AsSpan(range));
            }
        }

        foreach (var item in renderFn.Elements)
        {
            Add(names, item.Text);
        }

        return [.. names];
    }

    private static void Add(List<RenderFunctionName> names, ReadOnlySpan<char> given)
    {
        if (RenderFunctionNames.TryRead(JsWhitespace.Trim(given), out var name) && !names.Contains(name))
        {
            names.Add(name);
        }
    }
}

/// <summary>A click that sends a message to an agent: <c>{"markdown": "Tell me about {symbol}"}</c>.</summary>
public sealed record SendToAgentAction
{
    public JsValue Raw { get; init; }

    public string? Markdown { get; init; }

    public string? AgentId { get; init; }

    public static SendToAgentAction Read(JsValue raw) =>
        new() { Raw = raw, Markdown = raw.TextAt("markdown"), AgentId = raw.TextAt("agentId") };
}

/// <summary>A click that sets a parameter: <c>{"paramName": "symbol", "valueField": "symbol"}</c>.</summary>
public sealed record GroupByAction
{
    public JsValue Raw { get; init; }

    public string? ParamName { get; init; }

    /// <value>The row's field whose value is used; null for the clicked cell's own.</value>
    public string? ValueField { get; init; }

    public bool? ForceUpdate { get; init; }

    public static GroupByAction Read(JsValue raw) => new()
    {
        Raw = raw,
        ParamName = raw.TextAt("paramName"),
        ValueField = raw.TextAt("valueField"),
        ForceUpdate = raw.FlagAt("forceUpdate"),
    };
}
