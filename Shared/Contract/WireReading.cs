using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract;

/// <summary>Tolerant reading of one key: a value of the wrong kind reads as absent.</summary>
internal static class WireReading
{
    /// <summary>
    /// A definition is read with so many entries in each of its lists: columns, parameters, choices, names; of colour rules with all,
    /// which count as cells. Three letters of JSON are an entry, and read it takes some hundred bytes.
    /// </summary>
    public const int MostItems = 4096;

    public static string? TextAt(this JsValue raw, string key) => raw[key].Text;

    public static bool? FlagAt(this JsValue raw, string key) => raw[key] is { IsBoolean: true } value ? value.Boolean : null;

    public static double? NumberAt(this JsValue raw, string key) => raw[key].TryGetNumber(out var number) ? number : null;

    /// <summary>The object behind a key, or undefined.</summary>
    public static JsValue ObjectAt(this JsValue raw, string key) => raw[key] is { IsObject: true } value ? value : default;

    /// <summary>The texts of a list; other elements are left out, anything but a list is empty.</summary>
    public static IReadOnlyList<string> TextsAt(this JsValue raw, string key) => raw[key].Texts();

    /// <summary>One text as a list of one; a list as its texts.</summary>
    public static IReadOnlyList<string> TextOrTextsAt(this JsValue raw, string key) =>
        raw[key].TryGetText(out var text) ? [text] : raw[key].Texts();

    /// <summary>Reads each object of a list; other elements are left out, and so is what lies beyond <see cref="MostItems"/>.</summary>
    public static IReadOnlyList<T> ObjectsAt<T>(this JsValue raw, string key, Func<JsValue, T> read) =>
        raw[key].List is { Count: > 0 } list ? [.. list.Where(static item => item.IsObject).Take(MostItems).Select(read)] : [];

    /// <summary>Reads the object behind a key; null when there is none.</summary>
    public static T? PartAt<T>(this JsValue raw, string key, Func<JsValue, T> read)
        where T : class =>
        raw[key] is { IsObject: true } value ? read(value) : null;

    private static IReadOnlyList<string> Texts(this JsValue value) =>
        value.List is { Count: > 0 } list
            ? [.. list.Where(static item => item.IsText).Take(MostItems).Select(static item => item.Text!)]
            : [];
}
