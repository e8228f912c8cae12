using System.Globalization;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Workspace;

/// <summary>Parameter values in the text form of controls and addresses: plain text, lists joined with commas, empty for null.</summary>
public static class ParamText
{
    public static string Of(JsValue value) => value switch
    {
        { IsNullish: true } => "",
        { IsList: true } => string.Join(',', value.List.Select(Of)),
        { IsObject: true } => JsonText.Stringify(value),
        _ => value.ToString(),
    };

    /// <summary>
    /// Converts a control's text to the value that is sent: a number, a boolean or a list according to the parameter, as Workspace's own
    /// controls do; <c>$currentDate-1d</c> becomes the date it stands for now.
    /// </summary>
    public static JsValue ToValue(ParamDefinition param, string value, TimeProvider timeProvider)
    {
        if (param.Multiple == true || param.MultiSelect == true)
        {
            return JsValue.FromList([.. Split(value).Select(JsValue.FromText)]);
        }

        return param.Type switch
        {
            "boolean" when bool.TryParse(value, out var isOn) => JsValue.FromBoolean(isOn),
            "number" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) =>
                JsValue.FromNumber(number),
            _ => JsValue.FromText(ToText(param, value, timeProvider)),
        };
    }

    /// <summary>The value that is sent, as text.</summary>
    public static string ToText(ParamDefinition param, string value, TimeProvider timeProvider) =>
        param.Type == "date" ? CurrentDate.Resolve(value, timeProvider) ?? value : value;

    /// <summary>Splits a list into its values, trimmed, without empty ones.</summary>
    public static string[] Split(string value) =>
        value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
