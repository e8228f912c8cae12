using System.CommandLine;
using LiveGridStudio.Bench.Reports;

namespace LiveGridStudio.Bench.Circuits;

/// <summary>Open studio pages: what each costs the server, and how old the values are that it gets.</summary>
internal static class CircuitsSuite
{
    private static readonly Option<int[]> Pages = new("--pages")
    {
        Description = "How many pages are open, for each measurement.",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = static _ => [1, 10, 50],
    };

    public static Command Command() => SuiteCommand.Create(
        "circuits", "Open studio pages: CPU and memory per circuit, age of values.", RunAsync, Pages);

    private static async Task RunAsync(ParseResult parsed, bool quick, Report report, CancellationToken cancellationToken)
    {
        var (warmUp, measured) = (TimeSpan.FromSeconds(quick ? 2 : 5), TimeSpan.FromSeconds(quick ? 4 : 10));
        var cost = new Table(
            "load", "pages", "cores", "CPU ms/s per page", "KB allocated/s per page", "idle KB per page: objects", "memory",
            "running: objects", "memory");
        var sent = new Table(
            "load", "pages", "values/s per page", "batches/s", "KB/s", "age p50 ms", "p95", "p99", "max", "closed");
        var counts = parsed.GetValue(Pages)!;
        foreach (var plan in (CircuitsPlan[])
            [.. counts.Select(CircuitsPlan.Small), .. counts.Select(CircuitsPlan.Large), CircuitsPlan.Bare(counts.Max())])
        {
            var result = await CircuitsRun.MeasureAsync(plan, warmUp, measured, cancellationToken);
            AddCost(cost, result);
            AddSent(sent, result);
        }

        report.Add(cost);
        report.Add(sent);
    }

    private static void AddCost(Table table, CircuitsResult result) => table.Add(
        result.Plan.Name,
        Figures.Whole(result.Plan.Pages),
        Figures.Fixed(result.ServerCpu / result.Seconds, 3),
        Figures.Fixed(result.ServerCpu * 1000 / result.Seconds / result.Plan.Pages, 2),
        Figures.Whole(result.Allocated / result.Seconds / result.Plan.Pages / 1024),
        Figures.Whole(result.IdleHeap / 1024),
        Figures.Whole(result.IdleWorkingSet / 1024),
        Figures.Whole(result.RunningHeap / 1024),
        Figures.Whole(result.RunningWorkingSet / 1024));

    private static void AddSent(Table table, CircuitsResult result)
    {
        var perPage = result.Seconds * result.Plan.Pages;
        table.Add(
        [
            result.Plan.Name,
            Figures.Whole(result.Plan.Pages),
            Figures.Fixed(result.Pages.Rows / perPage, 1),
            Figures.Fixed(result.Pages.Frames / perPage, 1),
            Figures.Fixed(result.Pages.Bytes / perPage / 1024, 1),
            .. result.Pages.Ages.Select(static age => Figures.Fixed(age, 0)),
            Figures.Whole(result.Pages.Closed),
        ]);
    }
}
