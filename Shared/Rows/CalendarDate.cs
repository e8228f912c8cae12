using System.Globalization;

namespace LiveGridStudio.Shared.Rows;

/// <summary>Dates as <c>YYYY-MM-DD</c>, in UTC.</summary>
public static class CalendarDate
{
    /// <summary>The last second of JavaScript's calendar, which extends far beyond .NET's.</summary>
    private const double LastUnixSecond = 8.64e12;

    private const int SecondsPerDay = 86_400;

    /// <summary>The date of a number of seconds since 1970; null outside JavaScript's calendar.</summary>
    public static string? FromUnixSeconds(double seconds) =>
        Math.Abs(seconds) <= LastUnixSecond ? FromDayNumber((long)Math.Floor(Math.Truncate(seconds * 1000) / (SecondsPerDay * 1000))) : null;

    /// <summary>Whether a text has the format <c>2024-01-02</c>; the date need not exist.</summary>
    public static bool LooksLikeDate(string text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (i is not (4 or 7) && !char.IsAsciiDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Carries surplus months and days over: <c>2024-13-45</c> becomes <c>2025-02-14</c>. A text that is not a date stays unchanged.
    /// </summary>
    public static string Normalise(string text)
    {
        if (!LooksLikeDate(text))
        {
            return text;
        }

        var year = int.Parse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);
        var month = int.Parse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture) - 1;
        var day = int.Parse(text.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        if (month is >= 0 and < 12 && day is >= 1 and <= 28)
        {
            return text;
        }

        var years = (int)Math.Floor(month / 12d);
        return FromDayNumber(DayNumber(year + years, month - (years * 12) + 1) + day - 1);
    }

    /// <summary>Days from 1970-01-01 to the first of a month (1 to 12) of any year.</summary>
    private static long DayNumber(long year, int month)
    {
        // The year starts in March here, so that the leap day is its last day.
        var shifted = month <= 2 ? year - 1 : year;
        var era = (long)Math.Floor(shifted / 400d);
        var yearOfEra = shifted - (era * 400);
        var dayOfYear = ((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5;
        return (era * 146_097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719_468;
    }

    private static string FromDayNumber(long days)
    {
        var shifted = days + 719_468;
        var era = (long)Math.Floor(shifted / 146_097d);
        var dayOfEra = shifted - (era * 146_097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var marchMonth = ((5 * dayOfYear) + 2) / 153;
        var day = dayOfYear - (((153 * marchMonth) + 2) / 5) + 1;
        var month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        var year = yearOfEra + (era * 400) + (month <= 2 ? 1 : 0);
        return FormattableString.Invariant($"{year:0000}-{month:00}-{day:00}");
    }
}
