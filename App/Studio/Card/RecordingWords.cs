using System.Globalization;

namespace LiveGridStudio.App.Studio.Card;

/// <summary>Words the length and size of a recording.</summary>
internal static class RecordingWords
{
    /// <summary><c>0:07</c>, <c>12:40</c>, <c>1:02:03</c>.</summary>
    public static string Length(TimeSpan length) => length.TotalHours < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{length.Minutes}:{length:ss}")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)length.TotalHours}:{length:mm\\:ss}");

    /// <summary><c>840 B</c>, <c>34 KB</c>, <c>1.2 MB</c>, in thousands.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 999_500 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
    };
}
