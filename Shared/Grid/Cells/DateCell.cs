using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid.Cells;

/// <summary>Cells with dates: their numbers are not formatted, and their texts get no prefix and no colour.</summary>
internal static class DateCell
{
    private const string Midnight = " 00:00:00";
    private const int DateLength = 10;

    /// <summary>
    /// True when declared as a date, or when without a declared type the name says date (<c>date</c>, <c>trade_date</c>, not
    /// <c>update</c>).
    /// </summary>
    public static bool IsDate(string field, ColumnDefinition? settings) =>
        settings?.CellDataType switch
        {
            "date" => true,
            null => settings?.HeaderName == "Date" || IsNamedDate(field),
            _ => false,
        };

    public static bool TryFormat(string value, string field, ColumnDefinition? settings, out string text)
    {
        text = value;
        // A series is numbers for a chart, whatever its name says.
        if (settings?.CellDataType is not (null or "date") || settings is { CellDataType: null, ChartDataType: "series" })
        {
            return false;
        }

        if (CalendarDate.LooksLikeDate(value))
        {
            text = CalendarDate.Normalise(value);
            return true;
        }

        if (value.Length == DateLength + Midnight.Length
            && value.EndsWith(Midnight, StringComparison.Ordinal)
            && CalendarDate.LooksLikeDate(value[..DateLength])
            && IsDate(field, settings))
        {
            text = CalendarDate.Normalise(value[..DateLength]);
            return true;
        }

        return false;
    }

    private static bool IsNamedDate(string field)
    {
        for (var at = 0; (at = field.IndexOf("date", at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            if (at == 0 || field[at] == 'D' || !char.IsLetter(field[at - 1]))
            {
                return true;
            }
        }

        return false;
    }
}
