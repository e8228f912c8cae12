using System.Text;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Workspace;

/// <summary>Parameters as Workspace sends them.</summary>
public static class WidgetParams
{
    /// <summary>Whether a value has no place in a query: nothing, blank text, an empty list. False and 0 are values.</summary>
    public static bool IsLeftOut(JsValue value) =>
        value.IsNullish || (value.IsText && string.IsNullOrWhiteSpace(value.Text)) || (value.IsList && value.List.Count == 0);

    /// <summary>Whether a change to these makes Workspace close the socket: there, false and 0 count as nothing too.</summary>
    public static bool AreAllEmpty(JsObject parameters) =>
        parameters.All(static pair => IsLeftOut(pair.Value) || !pair.Value.IsTruthy);

    /// <summary>
    /// The message that subscribes: <c>{"type":"params","params":{"symbol":"TSLA"}}</c>, without <c>params</c> for a widget that
    /// has none.
    /// </summary>
    public static byte[] Message(WidgetDefinition widget, JsObject parameters)
    {
        var message = JsObject.Create(("type", "params"));
        return Encoding.UTF8.GetBytes(JsJson.Stringify(
            widget.Params.Count == 0 ? message : message.With("params", parameters)));
    }
}
