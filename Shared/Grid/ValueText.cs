using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Grid;

/// <summary>The text of a value that no format speaks for.</summary>
public static class ValueText
{
    /// <summary>The key of an object that stands for the whole object.</summary>
    internal const string InnerKey = "value";

    /// <summary>Lists are joined with <c>, </c>, objects inside them and objects are JSON, all else is JavaScript's text.</summary>
    public static string Of(JsValue value) => value.Kind switch
    {
        JsKind.List => string.Join(", ", value.List.Select(static item => item.IsList || item.IsObject ? JsJson.Stringify(item) : item.ToString())),
        JsKind.Object => JsJson.Stringify(value),
        _ => value.ToString(),
    };
}
