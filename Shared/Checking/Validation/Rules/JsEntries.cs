using System.Globalization;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Rules;

/// <summary>Lists and texts seen as objects, as JavaScript's <c>Object.entries</c> and <c>{...value}</c> see them.</summary>
internal static class JsEntries
{
    public static IEnumerable<KeyValuePair<string, JsValue>> Of(JsValue value) => value.Kind switch
    {
        JsKind.Object => value.Object,
        JsKind.List => value.List.Select(static (item, i) => KeyValuePair.Create(Name(i), item)),
        JsKind.Text => value.Text!.Select(static (c, i) => KeyValuePair.Create(Name(i), JsValue.FromText(c.ToString()))),
        _ => [],
    };

    /// <summary>The object; of a list or text one without keys, since theirs are numbers, which no table of keys has.</summary>
    public static JsObject AsObject(JsValue value) => value.Object;

    private static string Name(int index) => index.ToString(CultureInfo.InvariantCulture);
}
