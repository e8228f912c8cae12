using System.Globalization;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract.Params;

/// <summary>Converts a parameter's default value to its type before it is used.</summary>
public static class ParamValue
{
    /// <summary>
    /// For texts and numbers: a falsy value becomes null, a number of a text parameter becomes a text, and a text of a number parameter
    /// becomes the number it starts with (<c>12abc</c> is 12). Lists and other types do not change.
    /// </summary>
    public static JsValue Normalise(string type, JsValue value) => type switch
    {
        _ when value.IsNullish => JsValue.Null,
        _ when value.IsList || value.IsObject => value,
        "text" or "date" or "tabs" or "ticker" => value.IsTruthy ? value.ToString() : JsValue.Null,
        "number" => !value.IsTruthy ? JsValue.Null : value.IsText ? LeadingNumber(value.Text!) : value,
        _ => value,
    };

    private static JsValue LeadingNumber(string text)
    {
        var body = text.AsSpan().TrimStart();
        var end = 0;
        var hasPoint = false;
        while (end < body.Length
            && (char.IsAsciiDigit(body[end]) || (end == 0 && body[end] is '-' or '+') || (body[end] == '.' && !hasPoint)))
        {
            hasPoint |= body[end] == '.';
            end++;
        }

        return double.TryParse(body[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : JsValue.Null;
    }
}
