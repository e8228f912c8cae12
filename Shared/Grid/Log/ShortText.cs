using System.Globalization;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Grid.Log;

/// <summary>Texts of bounded length out of whatever a backend sends.</summary>
internal static class ShortText
{
    /// <summary>The first characters of a text; never half of a surrogate pair.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    /// <summary>The same with an ellipsis where something is missing.</summary>
    public static string Clip(string text, int length) => text.Length <= length ? text : Cut(text, length - 1) + "…";

    /// <summary>A value as it is spelled in JSON; of lists and objects only their size.</summary>
    public static string Of(JsValue value, int length) => value.Kind switch
    {
        JsKind.Text => JsonText.Stringify(Clip(value.Text!, length)),
        JsKind.List => string.Create(CultureInfo.InvariantCulture, $"list of {value.List.Count}"),
        JsKind.Object => string.Create(CultureInfo.InvariantCulture, $"object of {value.Object.Count}"),
        _ => value.ToString(),
    };

    /// <summary>What kind of thing stands in the place of a row.</summary>
    public static string KindOf(JsValue value) => value.Kind switch
    {
        JsKind.Number => "a number",
        JsKind.Text => "a text",
        JsKind.Boolean => "a boolean",
        JsKind.List => "a list",
        _ => "null",
    };
}
