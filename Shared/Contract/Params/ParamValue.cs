using System.Globalization;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract.Params;

/// <summary>Makes a parameter's default value fit its type before it is looked at.</summary>
public static class ParamValue
{
    /// <summary>
    /// Texts and numbers: what is falsy becomes null, a text parameter's number becomes text, a number parameter's text
    /// becomes the number it starts with (<c>12abc</c> is 12). Lists and other types stay as they are.
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
