using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.Shared.Scaffold;

/// <summary>A widget definition made from rows, or why there is none.</summary>
public sealed record ScaffoldResult
{
    /// <value>Why there is no definition, in one sentence; null when there is one.</value>
    public string? Problem { get; init; }

    /// <value>The definition; undefined when there is none.</value>
    public JsValue Definition { get; init; }

    /// <value>The columns that make the row id; empty when messages append rows.</value>
    public IReadOnlyList<string> RowId { get; init; } = [];

    /// <value>Columns, alone or together, that tell the rows apart: the likeliest first.</value>
    public IReadOnlyList<IReadOnlyList<string>> Candidates { get; init; } = [];

    /// <value>The columns of the rows, in their order.</value>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <value>What was guessed, one sentence each.</value>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <value>The check of a <c>widgets.json</c> with this widget alone, with what its rows show; null when there is no definition.</value>
    public DocumentCheck? Check { get; init; }

    /// <summary>The definition as text, in the layout of <see cref="JsonTextEdit.Format"/>; empty when there is none.</summary>
    public string Text => Definition.IsUndefined ? "" : Format(Definition);

    /// <summary>A <c>widgets.json</c> with this widget alone.</summary>
    /// <exception cref="InvalidOperationException">There is no definition.</exception>
    public string Document => Format(Check?.Document ?? throw new InvalidOperationException(Problem));

    private static string Format(JsValue value) => JsonTextEdit.Format(JsonTextDocument.Parse(JsonText.StringifyWhole(value)));
}
