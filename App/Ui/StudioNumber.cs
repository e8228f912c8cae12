using System.Globalization;

namespace LiveGridStudio.App.Ui;

/// <summary>Formats the numbers of a feed for users.</summary>
internal static class StudioNumber
{
    /// <summary>One decimal for small numbers: <c>16.4</c>, <c>1,240</c>.</summary>
    public static string Short(double value) =>
        value.ToString(value >= 100 || value == Math.Floor(value) ? "N0" : "0.0", CultureInfo.InvariantCulture);

    /// <summary>The same per second: <c>16.4/s</c>.</summary>
    public static string Rate(double value) => Short(value) + "/s";

    /// <summary>Milliseconds in the unit that fits: <c>640 ms</c>, <c>1.2 s</c>, <c>75 s</c>.</summary>
    public static string Age(double milliseconds) => milliseconds switch
    {
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms"),
        < 10_000 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0.0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0} s"),
    };

    public static string Whole(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number and what is counted: <c>1 message</c>, <c>2 messages</c>.</summary>
    public static string Count(long value, string noun) => $"{Whole(value)} {noun}{(value == 1 ? "" : "s")}";
}
