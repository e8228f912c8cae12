using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.Shared.Workspace;

/// <summary>The size of a card in units of Workspace's dashboard.</summary>
/// <param name="Columns">Of <see cref="GridData.Columns"/>.</param>
/// <param name="Rows">Rows of Workspace's dashboard.</param>
public readonly record struct CardSize(int Columns, int Rows)
{
    /// <summary>The text of a definition with this size in its <c>gridData</c>, and nothing else changed.</summary>
    /// <param name="definition">A JSON object.</param>
    public string WriteTo(JsonTextDocument definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var widget = definition.Value.Object;
        // Anything but an object counts as the empty one.
        var size = widget["gridData"].Object.With("w", Columns).With("h", Rows);
        return JsonTextEdit.Update(definition, JsValue.FromObject(widget.With("gridData", size)));
    }

    /// <summary>Readable text: <c>20 x 9</c>.</summary>
    public override string ToString() => $"{Columns} x {Rows}";
}
