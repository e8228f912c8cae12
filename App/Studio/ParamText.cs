using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Widgets;

namespace LiveGridStudio.App.Studio;

/// <summary>Values of parameters as they go over the wire: text, lists joined with commas, nothing for null.</summary>
internal static class ParamText
{
    public static string Of(JsValue value) => value switch
    {
        { IsNullish: true } => "",
        { IsList: true } => string.Join(',', value.List.Select(Of)),
        { IsObject: true } => JsJson.Stringify(value),
        _ => value.ToString(),
    };

    /// <summary>What is sent for a value that a control shows: <c>$currentDate-1d</c> goes out as the day that it means now.</summary>
    public static string ToWire(ParamDefinition param, string value, TimeProvider timeProvider) =>
        param.Type == "date" ? CurrentDate.Resolve(value, timeProvider) ?? value : value;

    /// <summary>The values of a list, without blanks around them and without empty ones.</summary>
    public static string[] Split(string value) =>
        value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
