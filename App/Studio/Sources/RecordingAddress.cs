using System.Globalization;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>A recording in the address of a preview: <c>/preview?recording=prices-20260601-120000.jsonl&amp;speed=2&amp;loop=true</c>.</summary>
/// <param name="Name">As it is written, which may be any text.</param>
/// <param name="Speed">2 is twice as fast as it was recorded.</param>
/// <param name="IsLooping">Whether it begins again at its end.</param>
public sealed record RecordingAddress(string Name, double Speed, bool IsLooping)
{
    private const double LeastSpeed = 0.1;
    private const double MostSpeed = 100;

    /// <value>The speed in an address; null for 1, which need not be said.</value>
    public string? SpeedText => Speed is 1 ? null : Speed.ToString(CultureInfo.InvariantCulture);

    /// <summary>From the texts of an address. A speed that is none is 1; one out of range is the nearest that is played.</summary>
    public static RecordingAddress Of(string name, string? speed, string? loop) => new(
        name,
        double.TryParse(speed, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) && !double.IsNaN(factor)
            ? Math.Clamp(factor, LeastSpeed, MostSpeed)
            : 1,
        bool.TryParse(loop, out var isLooping) && isLooping);
}
