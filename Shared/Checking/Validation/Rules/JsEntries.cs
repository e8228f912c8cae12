using System.Globalization;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Rules;

/// <summary>Reads lists and texts as objects, as JavaScript's <c>Object.entries</c> and <c>{...value}</c> do.</summary>
internal static class JsEntries
{
    public static IEnumerable<KeyValuePair<string, JsValue>> Of(JsValue value) => value.Kind switch
    {
        JsKind.Object => value.Object,
        JsKind.List => value.List.Select(static (item, i) => KeyValuePair.Create(Name(i), item)),
        JsKind.Text => value.Text!.Select(static (c, i) => KeyValuePair.Create(Name(i), JsValue.FromText(c.ToString()))),
        _ => [],
    };

    /// <summary>The object; an empty one for a list or text, because their keys are numbers, which no schema has.</summary>
    public static JsObject AsObject(JsValue value) => value.Object;

    private static string Name(int index) => index.ToString(CultureInfo.InvariantCulture);
}
