using System.Globalization;

namespace LiveGridStudio.App.Recordings;

/// <summary>The names of recordings, such as <c>prices-20260601-120000.jsonl</c>: a widget's key made safe, and the time in UTC.</summary>
internal static class RecordingName
{
    public const string Extension = ".jsonl";
    private const int LongestKey = 60;
    private const int Longest = 200;

    /// <param name="widgetId">Any text.</param>
    /// <param name="time">When the recording begins.</param>
    /// <param name="turn">1, or a higher number when the name before it is in use.</param>
    public static string Of(string widgetId, DateTimeOffset time, int turn)
    {
        var key = string.Concat(widgetId.Take(LongestKey).Select(static c => IsPlain(c) ? c : '_'));
        var second = turn == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{turn}");
        return string.Create(CultureInfo.InvariantCulture, $"{(key.Length == 0 ? "widget" : key)}-{time.UtcDateTime:yyyyMMdd-HHmmss}{second}{Extension}");
    }

    /// <summary>Whether it can be the name of a recording: no folder, no dots but the last, nothing that a system reads otherwise.</summary>
    public static bool IsValid(string? name) =>
        name is { Length: > 0 and <= Longest }
        && name.EndsWith(Extension, StringComparison.Ordinal)
        && name.Length > Extension.Length
        && name.AsSpan(0, name.Length - Extension.Length) is var stem
        && IsPlain(stem);

    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!IsPlain(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}
