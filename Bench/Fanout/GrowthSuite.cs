using System.CommandLine;
using LiveGridStudio.Bench.Fanout.Server;
using LiveGridStudio.Bench.Reports;

namespace LiveGridStudio.Bench.Fanout;

/// <summary>How the cost of the fan-out grows: with the clients, and with the symbols that each of them has.</summary>
internal static class GrowthSuite
{
    private const int Clients = 1000;
    private const int Symbols = 5;
    private const double Hertz = 10;

    private static readonly TimeSpan Flush = TimeSpan.FromMilliseconds(50);

    public static Command Command() => SuiteCommand.Create(
        "growth", "Fan-out to more clients and of more symbols: how CPU, age and memory grow.", RunAsync);

    private static async Task RunAsync(ParseResult parsed, bool quick, Report report, CancellationToken cancellationToken)
    {
        var (warmUp, measured) = (TimeSpan.FromSeconds(quick ? 2 : 4), TimeSpan.FromSeconds(quick ? 3 : 8));
        var table = new Table(
            "clients x symbols x Hz", "ticks/s delivered", "of published", "frames/s", "cores", "CPU us/tick", "CPU us/frame",
            "CPU us/s per client", "age p50 ms", "p99", "idle KB/client");
        (int Clients, int Symbols)[] loads =
        [
            (100, Symbols), (300, Symbols), (Clients, Symbols), (3000, Symbols),
            (Clients, 1), (Clients, 20), (Clients, 100),
        ];
        foreach (var (clients, symbols) in loads)
        {
            var plan = new FanoutPlan(clients, symbols, Hertz, warmUp, measured);
            await using var server = await ServerProcess.StartAppAsync(plan, Flush, cancellationToken);
            Add(table, await FanoutRun.MeasureAsync(server, plan, cancellationToken));
        }

        report.Add(table);
    }

    private static void Add(Table table, FanoutResult result) => table.Add(
        $"{result.Plan.Clients} x {result.Plan.Symbols} x {result.Plan.Hertz:0}",
        Figures.Whole(result.Fleet.Rows / result.Seconds),
        Figures.Percent(result.Fleet.Rows / (double)result.Offered),
        Figures.Whole(result.Fleet.Frames / result.Seconds),
        Figures.Fixed(result.ServerCpu / result.Seconds, 2),
        Figures.Fixed(result.CpuMicrosecondsPerTick, 2),
        Figures.Fixed(result.ServerCpu * 1e6 / result.Fleet.Frames, 1),
        Figures.Whole(result.ServerCpu * 1e6 / result.Seconds / result.Plan.Clients),
        Figures.Fixed(result.Fleet.Ages[0], 1),
        Figures.Fixed(result.Fleet.Ages[2], 1),
        Figures.Fixed(result.IdleWorkingSet / 1024, 1));
}
