using System.CommandLine;
using LiveGridStudio.Bench.Fanout;
using LiveGridStudio.Bench.Reports;

namespace LiveGridStudio.Bench.Collectors;

/// <summary>The memory that remains after a load, under each setting of the garbage collector.</summary>
internal static class MemorySuite
{
    private const double Megabyte = 1024 * 1024;
    private const int Pages = 30;

    private static readonly Option<string> Only = new("--only")
    {
        Description = "Only the settings whose name contains this text; 'as built' measures the build as it is.",
        DefaultValueFactory = static _ => "",
    };

    private static readonly Option<int> Rounds = new("--rounds")
    {
        Description = "How often each setting is measured, in turns; the table has the medians.",
        DefaultValueFactory = static _ => 1,
    };

    public static Command Command() => SuiteCommand.Create(
        "memory", "Memory after load and quiet, by setting of the garbage collector. Takes four minutes for each setting.",
        RunAsync, Only, Rounds);

    private static async Task RunAsync(ParseResult parsed, bool quick, Report report, CancellationToken cancellationToken)
    {
        var plan = new FanoutPlan(1000, 5, 10, TimeSpan.FromSeconds(quick ? 2 : 4), TimeSpan.FromSeconds(quick ? 4 : 8));
        var results = new List<MemoryResult>();
        var wanted = CollectorSetting.All
            .Where(setting => setting.Name.Contains(parsed.GetValue(Only)!, StringComparison.OrdinalIgnoreCase)).ToArray();
        for (var round = 0; round < parsed.GetValue(Rounds); round++)
        {
            foreach (var setting in wanted)
            {
                var result = await MemoryRun.MeasureAsync(
                    setting, plan, Pages, TimeSpan.FromSeconds(quick ? 4 : 10), TimeSpan.FromSeconds(quick ? 20 : 60), cancellationToken);
                await Console.Error.WriteLineAsync($"{setting.Name}: {Figures.Whole(result.Quiet.WorkingSet / Megabyte)} MB");
                results.Add(result);
            }
        }

        var table = new Table(
            "collector", "MB before load", "under load", "all gone", quick ? "20 s later" : "60 s later", quick ? "60 s" : "3 min", "collected",
            "objects MB before", "after", "CPU us/tick", "age p99 ms");
        foreach (var setting in wanted)
        {
            var runs = results.Where(result => result.Setting == setting).ToArray();
            table.Add(
                setting.Name,
                Megabytes(runs, static result => result.Before.WorkingSet),
                Megabytes(runs, static result => result.Loaded),
                Megabytes(runs, static result => result.Left.WorkingSet),
                Megabytes(runs, static result => result.Quiet.WorkingSet),
                Megabytes(runs, static result => result.Later.WorkingSet),
                Megabytes(runs, static result => result.Collected.WorkingSet),
                Figures.Fixed(Figures.Median(runs.Select(static result => result.Before.Heap / Megabyte)), 1),
                Figures.Fixed(Figures.Median(runs.Select(static result => result.Collected.Heap / Megabyte)), 1),
                Figures.Fixed(Figures.Median(runs.Select(static result => result.Fanout.CpuMicrosecondsPerTick)), 2),
                Figures.Fixed(Figures.Median(runs.Select(static result => result.Fanout.Fleet.Ages[2])), 1));
        }

        report.Add(table);
    }

    private static string Megabytes(IEnumerable<MemoryResult> runs, Func<MemoryResult, long> bytes) =>
        Figures.Whole(Figures.Median(runs.Select(result => bytes(result) / Megabyte)));
}
