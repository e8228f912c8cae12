using System.Text;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Grid.Cells;

/// <summary>The text of a value without a number or date format.</summary>
public static class ValueText
{
    /// <summary>The key whose value represents the whole object.</summary>
    internal const string InnerKey = "value";

    /// <summary>Lists are joined with <c>, </c>; objects, also inside lists, are JSON; everything else is JavaScript's text.</summary>
    public static string Of(JsValue value) => StartOf(value, int.MaxValue);

    /// <summary>
    /// The start of the text, with at least <paramref name="most"/> characters if it has as many, for callers that cut it. A list may be as
    /// long as a document and belong to every cell of a row.
    /// </summary>
    internal static string StartOf(JsValue value, int most) => value.Kind switch
    {
        JsKind.List => StartOf(value.Elements, most),
        JsKind.Object => JsonText.StringifyStart(value, most),
        _ => value.ToString(),
    };

    private static string StartOf(ReadOnlySpan<JsValue> items, int most)
    {
        var text = new StringBuilder();
        for (var i = 0; i < items.Length && text.Length < most; i++)
        {
            text.Append(i == 0 ? "" : ", ")
                .Append(items[i].IsList || items[i].IsObject ? JsonText.StringifyStart(items[i], most) : items[i].ToString());
        }

        return text.ToString();
    }
}
