using System.Collections.Frozen;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Rows;

/// <summary>The loading rules for one value: texts that look like numbers, and the date column.</summary>
/// <param name="textFields">Fields whose texts stay texts.</param>
/// <param name="dateField">The field in which a long number is a date; null when there is none.</param>
public sealed class ValueLoader(IEnumerable<string> textFields, string? dateField)
{
    private const int ShortestUnixTime = 10;

    private readonly FrozenSet<string> _textFields = textFields.ToFrozenSet(StringComparer.Ordinal);

    public string? DateField => dateField;

    public JsValue Load(string field, JsValue value)
    {
        if (value.IsText)
        {
            if (_textFields.Contains(field) || !NumberText.TryRead(value.Text!, out var number))
            {
                return value;
            }

            value = number;
        }

        return value.IsNumber && dateField is not null && field == dateField ? LoadDate(value) : value;
    }

    private static JsValue LoadDate(JsValue value) =>
        double.IsFinite(value.Number)
        && JsNumber.ToText(value.Number).Length >= ShortestUnixTime
        && CalendarDate.FromUnixSeconds(value.Number) is { } date
            ? date
            : value;
}
