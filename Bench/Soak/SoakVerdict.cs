using LiveGridStudio.Bench.Fanout.Server;
using LiveGridStudio.Bench.Reports;

namespace LiveGridStudio.Bench.Soak;

/// <summary>
/// Decides whether the host's resources level off: by the trend over the last third, and by what remains when all clients have left.
/// </summary>
internal static class SoakVerdict
{
    private const double Megabyte = 1024 * 1024;

    /// <summary>The allowed growth in the last third, as a share of the mean, unless a number's own slack is larger.</summary>
    private const double Tolerance = 0.05;

    /// <summary>The memory that may remain: caches that grow to their size, and what a collection leaves.</summary>
    private const double MegabytesThatStay = 4;

    /// <summary>One line per number, and a last line with the overall verdict.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<SoakSample> samples, ServerStats before, ServerStats after, HostStats left)
    {
        var third = samples.Skip(samples.Count * 2 / 3).ToArray();
        // The slack: one collection more or less, a few pool threads, one more page that is kept for a return.
        (string Name, double Slack, Func<HostStats, double> Value)[] numbers =
        [
            ("RSS, MB", 10, static host => host.WorkingSet / Megabyte),
            ("objects, MB", 10, static host => host.Heap / Megabyte),
            ("threads", 8, static host => host.Threads),
            ("handles", 10, static host => host.Handles),
            ("circuits", 2, static host => host.Circuits),
        ];
        var levels = true;
        foreach (var (name, slack, value) in numbers)
        {
            var trend = Trend.Of([.. third.Select(sample => (sample.Seconds, value(sample.Host)))]);
            var seconds = third[^1].Seconds - third[0].Seconds;
            // Growth within the noise of the samples does not count.
            var grows = (trend.Slope - (2 * trend.Error)) * seconds > Math.Max(slack, Tolerance * trend.Mean);
            levels &= !grows;
            yield return $"{name}: {Figures.Fixed(trend.Mean, 1)} in the last third, in which it changed by "
                + $"{Figures.Fixed(trend.Slope * seconds, 2)} (+- {Figures.Fixed(2 * trend.Error * seconds, 2)}){(grows ? ": grows" : "")}.";
        }

        var stays = (after.Heap - before.Heap) / Megabyte;
        var isEmpty = left is { Circuits: 0, Previews: 0, Clients: 0, Feeds: 0 };
        yield return $"When all had gone and garbage was collected: {Figures.Fixed(stays, 2)} MB of objects more than before; "
            + $"{left.Circuits} circuits, {left.Previews} previews, {left.Clients} clients, {left.Feeds} feeds.";
        yield return levels && isEmpty && stays <= MegabytesThatStay
            ? "Verdict: it levels off, and nothing stays."
            : "Verdict: it does not level off, or something stays.";
    }
}
