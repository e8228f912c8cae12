using System.Globalization;

namespace LiveGridStudio.App.Ui;

/// <summary>Lengths of time for people.</summary>
internal static class TimeWords
{
    /// <summary>In the largest unit that leaves it whole, such as <c>15 min</c> and <c>90 s</c>.</summary>
    public static string Exact(TimeSpan time) =>
        time.TotalDays >= 1 && time.TotalDays % 1 == 0 ? Say(time.TotalDays, "d")
        : time.TotalHours >= 1 && time.TotalHours % 1 == 0 ? Say(time.TotalHours, "h")
        : time.TotalMinutes >= 1 && time.TotalMinutes % 1 == 0 ? Say(time.TotalMinutes, "min")
        : Say(time.TotalSeconds, "s");

    /// <summary>Of what has passed, in whole units: seconds up to two minutes, then minutes, then hours.</summary>
    public static string Passed(TimeSpan time) => time switch
    {
        { TotalSeconds: < 120 } => Say(Math.Floor(Math.Max(0, time.TotalSeconds)), "s"),
        { TotalMinutes: < 120 } => Say(Math.Floor(time.TotalMinutes), "min"),
        _ => Say(Math.Floor(time.TotalHours), "h"),
    };

    private static string Say(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:0.###} {unit}");
}
