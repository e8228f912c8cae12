using System.Text;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Workspace;

/// <summary>Parameters as Workspace sends them.</summary>
public static class WidgetParams
{
    /// <summary>The parameters whose values are sent: of several with one name the first.</summary>
    public static IReadOnlyList<ParamDefinition> SentBy(WidgetDefinition widget) =>
        [.. widget.Params.Where(static param => !string.IsNullOrEmpty(param.ParamName)).DistinctBy(static param => param.ParamName)];

    /// <summary>The values that are sent, by parameter name; empty ones are left out.</summary>
    /// <param name="sent">See <see cref="SentBy"/>.</param>
    /// <param name="valueOf">The control's text for a parameter.</param>
    /// <param name="timeProvider">The clock for <c>$currentDate</c>.</param>
    public static JsObject Of(IEnumerable<ParamDefinition> sent, Func<ParamDefinition, string> valueOf, TimeProvider timeProvider) => JsObject.Create(sent
        .Select(param => (Param: param, Text: valueOf(param)))
        .Where(static pair => pair.Text.Length > 0)
        .Select(pair => KeyValuePair.Create(pair.Param.ParamName!, ParamText.ToValue(pair.Param, pair.Text, timeProvider))));

    /// <summary>The values that are sent until the user changes one.</summary>
    public static JsObject DefaultsOf(WidgetDefinition widget, TimeProvider timeProvider) =>
        Of(SentBy(widget), static param => ParamText.Of(param.Value), timeProvider);

    /// <summary>Whether a value is left out of a query: null, blank text, an empty list. False and 0 are sent.</summary>
    public static bool IsLeftOut(JsValue value) =>
        value.IsNullish || (value.IsText && string.IsNullOrWhiteSpace(value.Text)) || (value.IsList && value.List.Count == 0);

    /// <summary>
    /// Whether Workspace closes the socket when the parameters change to these: all are empty, and false and 0 count as empty too.
    /// </summary>
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
