using System.Globalization;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Grid.Log;

/// <summary>Makes texts of bounded length from values that a backend sends.</summary>
internal static class ShortText
{
    /// <summary>The first characters of a text, without splitting a surrogate pair.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    /// <summary>The same with an ellipsis when the text is cut.</summary>
    public static string Clip(string text, int length) => text.Length <= length ? text : Cut(text, length - 1) + "…";

    /// <summary>A value as JSON; for lists and objects only their size.</summary>
    public static string Of(JsValue value, int length) => value.Kind switch
    {
        JsKind.Text => JsonText.Stringify(Clip(value.Text!, length)),
        JsKind.List => string.Create(CultureInfo.InvariantCulture, $"list of {value.List.Count}"),
        JsKind.Object => string.Create(CultureInfo.InvariantCulture, $"object of {value.Object.Count}"),
        _ => value.ToString(),
    };

    /// <summary>The kind of a value that stands in the place of a row.</summary>
    public static string KindOf(JsValue value) => value.Kind switch
    {
        JsKind.Number => "a number",
        JsKind.Text => "a text",
        JsKind.Boolean => "a boolean",
        JsKind.List => "a list",
        _ => "null",
    };
}
