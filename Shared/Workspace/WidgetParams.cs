using System.Text;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Workspace;

/// <summary>Parameters as Workspace sends them.</summary>
public static class WidgetParams
{
    /// <summary>The parameters whose values go out: of several with one name the first.</summary>
    public static IReadOnlyList<ParamDefinition> SentBy(WidgetDefinition widget) =>
        [.. widget.Params.Where(static param => !string.IsNullOrEmpty(param.ParamName)).DistinctBy(static param => param.ParamName)];

    /// <summary>The values that go out, by parameter name; empty ones are left out.</summary>
    /// <param name="sent">See <see cref="SentBy"/>.</param>
    /// <param name="valueOf">What a control shows for one of them.</param>
    /// <param name="timeProvider">Tells what <c>$currentDate</c> is.</param>
    public static JsObject Of(IEnumerable<ParamDefinition> sent, Func<ParamDefinition, string> valueOf, TimeProvider timeProvider) => JsObject.Create(sent
        .Select(param => (Param: param, Text: valueOf(param)))
        .Where(static pair => pair.Text.Length > 0)
        .Select(pair => KeyValuePair.Create(pair.Param.ParamName!, ParamText.ToValue(pair.Param, pair.Text, timeProvider))));

    /// <summary>What goes out while nobody has chosen another value.</summary>
    public static JsObject DefaultsOf(WidgetDefinition widget, TimeProvider timeProvider) =>
        Of(SentBy(widget), static param => ParamText.Of(param.Value), timeProvider);

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
        return Encoding.UTF8.GetBytes(JsonText.Stringify(
            widget.Params.Count == 0 ? message : message.With("params", parameters)));
    }
}
