using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract;

/// <summary>
/// A card over a cell whose value is an object: <c>{"cellField": "value", "title": "Details", "markdown": "**{note}**"}</c>.
/// </summary>
public sealed record HoverCardDefinition
{
    public JsValue Raw { get; init; }

    /// <value>The key of the cell's object that the cell itself shows; null means <c>value</c>.</value>
    public string? CellField { get; init; }

    public string? Title { get; init; }

    /// <value>Markdown; <c>{key}</c> is replaced by a value of the cell's object.</value>
    public string? Markdown { get; init; }

    public static HoverCardDefinition Read(JsValue raw) => new()
    {
        Raw = raw,
        CellField = raw.TextAt("cellField"),
        Title = raw.TextAt("title"),
        Markdown = raw.TextAt("markdown"),
    };
}
