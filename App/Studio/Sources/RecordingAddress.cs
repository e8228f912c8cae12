using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>A recording in the address of a preview: <c>/preview?recording=prices-20260601-120000.jsonl&amp;speed=2&amp;loop=true</c>.</summary>
/// <param name="Name">As it is written, which may be any text.</param>
/// <param name="Speed">2 is twice as fast as it was recorded.</param>
/// <param name="IsLooping">Whether it begins again at its end.</param>
internal sealed record RecordingAddress(string Name, double Speed, bool IsLooping)
{
    private const double LeastSpeed = 0.1;
    private const double MostSpeed = 100;

    /// <summary>Null when the address names no recording. A speed that is none is 1; one out of range is the nearest that is played.</summary>
    public static RecordingAddress? Read(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        if (query.GetValueOrDefault("recording") is not [{ Length: > 0 } name, ..])
        {
            return null;
        }

        var isSpeed = double.TryParse(query.GetValueOrDefault("speed"), NumberStyles.Float, CultureInfo.InvariantCulture, out var speed);
        return new RecordingAddress(
            name,
            isSpeed && !double.IsNaN(speed) ? Math.Clamp(speed, LeastSpeed, MostSpeed) : 1,
            bool.TryParse(query.GetValueOrDefault("loop"), out var isLooping) && isLooping);
    }
}
