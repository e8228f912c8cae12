using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract;

/// <summary>Tolerant reading of one key: a value of the wrong kind reads as absent.</summary>
internal static class WireReading
{
    /// <summary>
    /// The most entries that are read from each list of a definition: columns, parameters, options, names. Colour rules are read
    /// completely, because they count as cells. An entry takes three characters of JSON and several hundred bytes once read.
    /// </summary>
    public const int MostItems = 4096;

    public static string? TextAt(this JsValue raw, string key) => raw[key].Text;

    public static bool? FlagAt(this JsValue raw, string key) => raw[key] is { IsBoolean: true } value ? value.Boolean : null;

    public static double? NumberAt(this JsValue raw, string key) => raw[key].TryGetNumber(out var number) ? number : null;

    /// <summary>The object under a key, or undefined.</summary>
    public static JsValue ObjectAt(this JsValue raw, string key) => raw[key] is { IsObject: true } value ? value : default;

    /// <summary>The texts of a list; other elements are left out, anything but a list is empty.</summary>
    public static IReadOnlyList<string> TextsAt(this JsValue raw, string key) => raw[key].Texts();

    /// <summary>One text as a list of one; a list as its texts.</summary>
    public static IReadOnlyList<string> TextOrTextsAt(this JsValue raw, string key) =>
        raw[key].TryGetText(out var text) ? [text] : raw[key].Texts();

    /// <summary>Reads the objects of a list; other elements, and elements beyond <see cref="MostItems"/>, are left out.</summary>
    public static IReadOnlyList<T> ObjectsAt<T>(this JsValue raw, string key, Func<JsValue, T> read) =>
        raw[key].List is { Count: > 0 } list ? [.. list.Where(static item => item.IsObject).Take(MostItems).Select(read)] : [];

    /// <summary>Reads the object under a key; null when there is none.</summary>
    public static T? PartAt<T>(this JsValue raw, string key, Func<JsValue, T> read)
        where T : class =>
        raw[key] is { IsObject: true } value ? read(value) : null;

    private static IReadOnlyList<string> Texts(this JsValue value) =>
        value.List is { Count: > 0 } list
            ? [.. list.Where(static item => item.IsText).Take(MostItems).Select(static item => item.Text!)]
            : [];
}
