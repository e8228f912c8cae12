using System.Globalization;
using LiveGridStudio.App.Telemetry;
using LiveGridStudio.App.Ui;

namespace LiveGridStudio.App.Studio.Host;

/// <summary>Formats a sample of the host as groups of figures.</summary>
internal static class HostFigures
{
    private const string None = "–";
    private const double Megabyte = 1024 * 1024;

    public static IEnumerable<(string Title, IReadOnlyList<HostFigure> Figures)> Of(HostSample? sample)
    {
        sample ??= new HostSample();
        yield return ("Ticks",
        [
            new("host-ticks", "Ticks/s", Rate(sample.TicksPerSecond), "Ticks received from the source"),
            new("host-subscriptions", "Subscriptions", StudioNumber.Whole(sample.Subscriptions), "Clients and pages that want a symbol"),
            new("host-conflated", "Conflated/s", Rate(sample.ConflatedPerSecond),
                $"Ticks that a newer one replaced before a reader took them; {StudioNumber.Whole(sample.Conflated)} since the start"),
        ]);
        yield return ("WebSocket clients",
        [
            new("host-clients", "Clients", StudioNumber.Whole(sample.Clients), "Open WebSocket clients"),
            new("host-frames", "Frames/s", Rate(sample.FramesPerSecond), "Frames sent to them"),
            new("host-rows", "Rows/s", Rate(sample.RowsPerSecond), "Rows in those frames"),
            new("host-stalled", "Dropped", StudioNumber.Whole(sample.Stalled),
                "Clients dropped since the start because they took nothing", sample.Stalled > 0),
            new("host-age", "Age p50 / p99", Pair(sample.AgeMedian, sample.AgeWorst),
                "From a tick's arrival to the hand-over of its frame to the socket, over ten seconds"),
            new("host-flush", "Flush p50 / p99", Pair(sample.FlushMedian, sample.FlushWorst),
                "The time that the frames of all clients take, over ten seconds"),
        ]);
        yield return ("Studio",
        [
            new("host-circuits", "Pages", StudioNumber.Whole(sample.Circuits), "Open pages, those included that lost their connection"),
            new("host-previews", "Previews", StudioNumber.Whole(sample.Previews), "Open previews of widgets"),
            new("host-feeds", "Other backends", Feeds(sample.RemoteFeeds), "Open feeds of other backends, by state"),
        ]);
        yield return ("Process",
        [
            new("host-cores", "CPU", sample.Cores is { } cores ? string.Create(CultureInfo.InvariantCulture, $"{cores * 100:0} %") : None,
                "100 % is one core"),
            new("host-memory", "Memory", Megabytes(sample.WorkingSet), "As the operating system counts it"),
            new("host-heap", "Objects", Megabytes(sample.Heap), "Objects, with those not yet collected"),
        ]);
    }

    private static string Rate(double? value) => value is { } rate ? StudioNumber.Short(rate) : None;

    /// <summary>Two durations; the unit is written once if both have the same.</summary>
    private static string Pair(double? median, double? worst)
    {
        if (median is null || worst is null)
        {
            return None;
        }

        var (first, second) = (Time(median.Value).Split(' '), Time(worst.Value));
        return second.EndsWith(' ' + first[1], StringComparison.Ordinal) ? $"{first[0]} / {second}" : $"{first[0]} {first[1]} / {second}";
    }

    private static string Time(double seconds) => seconds < 0.01
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000:0.0} ms")
        : StudioNumber.Age(seconds * 1000);

    private static string Feeds(IReadOnlyDictionary<string, long> feeds) => feeds.Count == 0
        ? "0"
        : string.Join(", ", feeds.Select(static feed => $"{StudioNumber.Whole(feed.Value)} {feed.Key}"));

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte:0} MB");
}

/// <summary>One figure of the host, formatted for users.</summary>
/// <param name="Name">The name in test ids.</param>
/// <param name="Label">A word or two.</param>
/// <param name="Value">The number with its unit.</param>
/// <param name="Meaning">What it counts.</param>
/// <param name="IsBad">Whether the value needs attention.</param>
internal sealed record HostFigure(string Name, string Label, string Value, string Meaning, bool IsBad = false);
