using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract;

/// <summary>A click that sets a parameter: <c>{"paramName": "symbol", "valueField": "symbol"}</c>.</summary>
public sealed record GroupByAction
{
    public JsValue Raw { get; init; }

    public string? ParamName { get; init; }

    /// <value>The row's field that gives the value; null for the clicked cell's own.</value>
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
