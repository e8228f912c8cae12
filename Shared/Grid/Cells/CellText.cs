using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Grid.Cells;

/// <summary>What a cell says, before colours and marks.</summary>
/// <param name="Text">The visible text; null for a checkbox.</param>
/// <param name="Title">The hover text, or null.</param>
public readonly record struct CellText(string? Text, string? Title)
{
    /// <value>What colour rules compare; undefined when the cell takes no colour.</value>
    public JsValue ColorSubject { get; init; }

    /// <value>The tick of a boolean that is shown as a checkbox.</value>
    public bool? Checkbox { get; init; }

    /// <value>The address of a link; only <c>http</c> and <c>https</c>.</value>
    public string? Href { get; init; }
}
