using System.Globalization;

namespace LiveGridStudio.App.Ui;

/// <summary>Formats durations for users.</summary>
internal static class TimeWords
{
    /// <summary>The duration in the largest unit that gives a whole number, such as <c>15 min</c> and <c>90 s</c>.</summary>
    public static string Exact(TimeSpan time) =>
        time.TotalDays >= 1 && time.TotalDays % 1 == 0 ? Say(time.TotalDays, "d")
        : time.TotalHours >= 1 && time.TotalHours % 1 == 0 ? Say(time.TotalHours, "h")
        : time.TotalMinutes >= 1 && time.TotalMinutes % 1 == 0 ? Say(time.TotalMinutes, "min")
        : Say(time.TotalSeconds, "s");

    /// <summary>An elapsed time in whole units: seconds up to two minutes, then minutes, then hours.</summary>
    public static string Passed(TimeSpan time) => time switch
    {
        { TotalSeconds: < 120 } => Say(Math.Floor(Math.Max(0, time.TotalSeconds)), "s"),
        { TotalMinutes: < 120 } => Say(Math.Floor(time.TotalMinutes), "min"),
        _ => Say(Math.Floor(time.TotalHours), "h"),
    };

    private static string Say(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:0.###} {unit}");
}
