using System.Globalization;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Workspace;

/// <summary>Values of parameters as controls and addresses hold them: text, lists joined with commas, nothing for null.</summary>
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
    /// What is sent for a value that a control shows: a number, a boolean or a list where the parameter is one, as Workspace's
    /// own controls have them; <c>$currentDate-1d</c> goes out as the day that it means now.
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

    /// <summary>The same as text.</summary>
    public static string ToText(ParamDefinition param, string value, TimeProvider timeProvider) =>
        param.Type == "date" ? CurrentDate.Resolve(value, timeProvider) ?? value : value;

    /// <summary>The values of a list, without blanks around them and without empty ones.</summary>
    public static string[] Split(string value) =>
        value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
