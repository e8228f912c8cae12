using System.CommandLine;
using LiveGridStudio.Bench.Fanout.Server;
using LiveGridStudio.Bench.Paint;
using LiveGridStudio.Bench.Reports;

namespace LiveGridStudio.Bench.Soak;

/// <summary>Clients and pages that connect and leave for a long time: does the host's memory keep growing?</summary>
internal static class SoakSuite
{
    private const double Megabyte = 1024 * 1024;
    private const int Clients = 50;
    private const int Lines = 20;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>The time for JIT compilation and filling of caches before the first reading.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    /// <summary>The time for a host to release pages that disappeared without notice.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan PoolAge = TimeSpan.FromSeconds(75);

    private static readonly Option<double> Minutes = new("--minutes")
    {
        Description = "How long; 30 unless --quick, which takes 3.",
    };

    public static Command Command() => SuiteCommand.Create(
        "soak", "50 clients and 3 browser pages that come and go for 30 minutes: heap and RSS over time.", RunAsync, Minutes);

    private static async Task RunAsync(ParseResult parsed, bool quick, Report report, CancellationToken cancellationToken)
    {
        var duration = TimeSpan.FromMinutes(parsed.GetValue(Minutes) is > 0 and var minutes ? minutes : quick ? 3 : 30);
        var plan = new PaintPlan(50, 10, TimeSpan.Zero, TimeSpan.Zero);
        await using var server = await ServerProcess.StartAppAsync(["--Connect:AskFirst=false"], null, cancellationToken);
        await using var backend = await PaintBackend.StartAsync(plan, null, SoakWidgets.Document, cancellationToken);
        await using var browser = await PaintBrowser.StartAsync();

        await LoadAsync(server, browser, backend, WarmUp, cancellationToken);
        await EmptyAsync(server, cancellationToken);
        var before = await CollectAsync(server, cancellationToken);

        var (samples, load) = await LoadAsync(server, browser, backend, duration, cancellationToken);
        var left = await EmptyAsync(server, cancellationToken);
        var after = await CollectAsync(server, cancellationToken);

        report.Add(Over(samples, duration));
        report.Add($"{load} {Figures.Whole(left.WorkingSet / Megabyte)} MB when all had gone, {Figures.Whole(after.WorkingSet / Megabyte)} collected; "
            + $"{Figures.Whole(before.WorkingSet / Megabyte)} before.");
        report.Add(string.Join('\n', SoakVerdict.Of(samples, before, after, left).Select(static line => "- " + line)));
    }

    /// <summary>Waits until all clients have left; returns the rest then, or after the longest wait.</summary>
    private static async Task<HostStats> EmptyAsync(ServerProcess server, CancellationToken cancellationToken)
    {
        var startedAt = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var host = await server.HostAsync(cancellationToken);
            if (host is { Circuits: 0, Clients: 0, Feeds: 0 } || TimeProvider.System.GetElapsedTime(startedAt) > Farewell)
            {
                return host;
            }

            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>The memory in use. Between the two collections the shared array pools find their unused arrays, which takes a minute.</summary>
    private static async Task<ServerStats> CollectAsync(ServerProcess server, CancellationToken cancellationToken)
    {
        await server.StatsAsync(collect: true, cancellationToken);
        await Task.Delay(PoolAge, TimeProvider.System, cancellationToken);
        return await server.StatsAsync(collect: true, cancellationToken);
    }

    /// <summary>Runs clients and pages, and samples the host once a second.</summary>
    private static async Task<(IReadOnlyList<SoakSample> Samples, string Load)> LoadAsync(
        ServerProcess server, PaintBrowser browser, PaintBackend backend, TimeSpan duration, CancellationToken cancellationToken)
    {
        var clients = new SoakClients(server.Address);
        var pages = new SoakPages(browser, server.Address, backend.Address);
        var samples = new List<SoakSample>();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] loads = [clients.RunAsync(Clients, over.Token), pages.RunAsync(over.Token)];
        var load = Task.WhenAll(loads);
        var startedAt = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(startedAt) is var elapsed && elapsed < duration)
        {
            samples.Add(new SoakSample(elapsed.TotalSeconds, await server.HostAsync(cancellationToken)));
            // No task ends on its own: one that does has failed, and its exception says why.
            await await Task.WhenAny([.. loads, Task.Delay(Look, TimeProvider.System, cancellationToken)]);
        }

        await over.CancelAsync();
        await load;
        return (samples, $"{Figures.Whole(clients.Frames)} frames to clients, {Figures.Whole(pages.Steps)} pages loaded or switched, "
            + $"{Figures.Whole(pages.Late)} given up because they were not live within a minute.");
    }

    /// <summary>The samples as a number of lines, each with the means of its part of the time.</summary>
    private static Table Over(IReadOnlyList<SoakSample> samples, TimeSpan duration)
    {
        var table = new Table(
            "minutes", "RSS MB", "most", "objects MB", "most", "committed MB", "threads", "handles", "circuits", "clients", "feeds");
        foreach (var part in samples.GroupBy(sample => (int)(sample.Seconds / duration.TotalSeconds * Lines)))
        {
            table.Add(
                Figures.Fixed(duration.TotalMinutes * (part.Key + 1) / Lines, 1),
                Mean(part, static host => host.WorkingSet / Megabyte),
                Figures.Whole(part.Max(static sample => sample.Host.WorkingSet) / Megabyte),
                Mean(part, static host => host.Heap / Megabyte),
                Figures.Whole(part.Max(static sample => sample.Host.Heap) / Megabyte),
                Mean(part, static host => host.Committed / Megabyte),
                Mean(part, static host => host.Threads),
                Mean(part, static host => host.Handles),
                Mean(part, static host => host.Circuits),
                Mean(part, static host => host.Clients),
                Mean(part, static host => host.Feeds));
        }

        return table;
    }

    private static string Mean(IEnumerable<SoakSample> samples, Func<HostStats, double> value) =>
        Figures.Whole(samples.Average(sample => value(sample.Host)));
}
