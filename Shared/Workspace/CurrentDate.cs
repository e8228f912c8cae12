using System.Globalization;

namespace LiveGridStudio.Shared.Workspace;

/// <summary>
/// Dates relative to today: <c>$currentDate</c>, or with hours, days, weeks, months or years added or subtracted, as in
/// <c>$currentDate-1d</c>, <c>-2w</c>, <c>-3M</c>, <c>-1y</c>, <c>+12h</c>.
/// </summary>
public static class CurrentDate
{
    private const string Word = "$currentDate";

    /// <summary>The date that a text stands for now, as <c>YYYY-MM-DD</c> in the clock's time zone; null for any other text.</summary>
    public static string? Resolve(string text, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(timeProvider);
        var body = text.AsSpan().Trim();
        if (!body.StartsWith(Word, StringComparison.Ordinal))
        {
            return null;
        }

        var now = timeProvider.GetLocalNow().DateTime;
        body = body[Word.Length..];
        return body.IsEmpty ? Format(now)
            : body is ['+' or '-', .., var unit] && TryAmount(body[..^1], out var amount) ? Move(now, amount, unit)
            : null;
    }

    private static bool TryAmount(ReadOnlySpan<char> text, out int amount) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out amount);

    private static string? Move(DateTime now, int amount, char unit)
    {
        try
        {
            return unit switch
            {
                'h' => Format(now.AddHours(amount)),
                'd' => Format(now.AddDays(amount)),
                'w' => Format(now.AddDays(7d * amount)),
                'M' => Format(now.AddMonths(amount)),
                'y' => Format(now.AddYears(amount)),
                _ => null,
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            // The date lies before the year 1 or after 9999.
            return null;
        }
    }

    private static string Format(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
