using LiveGridStudio.Shared.Json;

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
}
