using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Schemas;

/// <summary>Describes a value in a few words. The length is limited because a document may hold very long values.</summary>
internal static class ValueWords
{
    private const int MaxQuoted = 60;

    public static string Of(JsValue value) => value.Kind switch
    {
        JsKind.Undefined => "nothing",
        JsKind.Null => "null",
        JsKind.Boolean => value.Boolean ? "true" : "false",
        JsKind.Number => $"the number {JsNumber.ToText(value.Number)}",
        JsKind.Text => $"the text {Quote(value.Text!)}",
        JsKind.List => value.List.Count == 0 ? "an empty list" : "a list",
        _ => value.Object.Count == 0 ? "an empty object" : "an object",
    };

    /// <summary>The text in quotes, cut to a readable length, with unprintable characters escaped.</summary>
    public static string Quote(string text) => JsonText.Stringify(Ellipsis.Of(text, MaxQuoted));
}
