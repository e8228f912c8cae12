using System.CommandLine;
using LiveGridStudio.Bench.Fanout.Server;
using LiveGridStudio.Bench.Reports;

namespace LiveGridStudio.Bench.Fanout;

/// <summary>The fan-out of one tick to many clients: the built host, and a bare broadcast with the same clients.</summary>
internal static class FanoutSuite
{
    private const int ManySymbols = 100;
    private const string Yardstick = "bare broadcast, a frame per tick";

    private static readonly Option<int> Clients = new("--clients")
    {
        Description = "Connections.",
        DefaultValueFactory = static _ => 1000,
    };

    private static readonly Option<int> Symbols = new("--symbols")
    {
        Description = "Symbols, all of which each client subscribes to.",
        DefaultValueFactory = static _ => 5,
    };

    private static readonly Option<double> Hertz = new("--hertz")
    {
        Description = "Ticks per second of each symbol.",
        DefaultValueFactory = static _ => 10,
    };

    private static readonly Option<int[]> Flush = new("--flush")
    {
        Description = "Flush intervals to measure, in milliseconds; 0 sends each tick at once.",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = static _ => [0, 50, 100],
    };

    private static readonly Option<bool> Only = new("--only") { Description = "Neither the yardstick nor the run with 100 symbols." };

    public static Command Command() => SuiteCommand.Create(
        "fanout", "Ticks to WebSocket clients: CPU, age, memory; beside a bare broadcast.", RunAsync,
        Clients, Symbols, Hertz, Flush, Only);

    private static async Task RunAsync(ParseResult parsed, bool quick, Report report, CancellationToken cancellationToken)
    {
        var plan = new FanoutPlan(
            parsed.GetValue(Clients), parsed.GetValue(Symbols), parsed.GetValue(Hertz),
            TimeSpan.FromSeconds(quick ? 3 : 6), TimeSpan.FromSeconds(quick ? 4 : 12));
        var table = new FanoutTable();
        if (!parsed.GetValue(Only))
        {
            table.AddYardstick(Yardstick, await MeasureBareAsync(plan, cancellationToken));
        }

        foreach (var flush in parsed.GetValue(Flush)!)
        {
            table.Add(Name(flush), await MeasureAppAsync(plan, flush, cancellationToken));
        }

        if (!parsed.GetValue(Only))
        {
            var wide = plan with { Symbols = ManySymbols };
            table.Add(Name(50), await MeasureAppAsync(wide, 50, cancellationToken));
            // Measured again at the end: the difference of the two shows how steady the machine was.
            table.AddYardstick(Yardstick, await MeasureBareAsync(plan, cancellationToken));
        }

        foreach (var part in table.Parts())
        {
            report.Add(part);
        }
    }

    private static string Name(int flush) => flush == 0 ? "host, each tick at once" : $"host, flush {flush} ms";

    private static async Task<FanoutResult> MeasureBareAsync(FanoutPlan plan, CancellationToken cancellationToken)
    {
        await using var server = await ServerProcess.StartBareAsync(plan, cancellationToken);
        return await FanoutRun.MeasureAsync(server, plan, cancellationToken);
    }

    private static async Task<FanoutResult> MeasureAppAsync(FanoutPlan plan, int flush, CancellationToken cancellationToken)
    {
        await using var server = await ServerProcess.StartAppAsync(plan, TimeSpan.FromMilliseconds(flush), cancellationToken);
        return await FanoutRun.MeasureAsync(server, plan, cancellationToken);
    }
}
