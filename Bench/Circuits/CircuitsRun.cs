using System.Globalization;
using LiveGridStudio.Bench.Circuits.Pages;
using LiveGridStudio.Bench.Fanout;
using LiveGridStudio.Bench.Fanout.Fleet;
using LiveGridStudio.Bench.Fanout.Server;

namespace LiveGridStudio.Bench.Circuits;

/// <summary>Measures a host of its own: warm-up, open pages without ticks, then ticks.</summary>
internal static class CircuitsRun
{
    private const int Scouts = 3;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    public static async Task<CircuitsResult> MeasureAsync(
        CircuitsPlan plan, TimeSpan warmUp, TimeSpan measured, CancellationToken cancellationToken)
    {
        using var widget = CircuitsWidget.Write(plan.Symbols);
        var ticks = new FanoutPlan(plan.Pages, plan.Symbols, plan.Hertz, warmUp, measured);
        await using var server = await ServerProcess.StartAppAsync(
            ticks, [$"--Widgets:Path={widget.Path}", $"--Studio:MaxCircuits={plan.Pages + Scouts}"], cancellationToken);

        // Open and close a few pages first, so that code and caches do not count as memory of pages.
        await using (var scouts = Start(server, plan with { Pages = Scouts }))
        {
            await scouts.ConnectAsync(cancellationToken);
            await WaitAsync(Settling, cancellationToken);
            await scouts.LeaveAsync(cancellationToken);
            await WaitAsync(Settling, cancellationToken);
        }

        var empty = await server.StatsAsync(collect: true, cancellationToken);
        await using var pages = Start(server, plan);
        await pages.ConnectAsync(cancellationToken);
        await WaitAsync(Settling, cancellationToken);
        var idle = await server.StatsAsync(collect: true, cancellationToken);

        await server.StartTicksAsync(cancellationToken);
        await WaitAsync(warmUp, cancellationToken);
        var before = await server.StatsAsync(collect: false, cancellationToken);
        await pages.CountAsync(before.At, before.At + (long)measured.TotalMicroseconds, cancellationToken);
        await WaitAsync(measured, cancellationToken);
        var after = await server.StatsAsync(collect: false, cancellationToken);
        // The last ticks are still on their way.
        await WaitAsync(Settling, cancellationToken);
        var report = await pages.ReportAsync(cancellationToken);
        var running = await server.StatsAsync(collect: true, cancellationToken);

        var share = measured.TotalMicroseconds / (after.At - before.At);
        return new CircuitsResult(
            plan,
            measured.TotalSeconds,
            (after.CpuMicroseconds - before.CpuMicroseconds) * share / 1e6,
            report,
            (after.Allocated - before.Allocated) * share,
            (idle.Heap - empty.Heap) / (double)plan.Pages,
            (idle.WorkingSet - empty.WorkingSet) / (double)plan.Pages,
            (running.Heap - empty.Heap) / (double)plan.Pages,
            (running.WorkingSet - empty.WorkingSet) / (double)plan.Pages);
    }

    private static FleetProcess Start(ServerProcess server, CircuitsPlan plan) => FleetProcess.Start(
        PagesProgram.CommandName, Text(server.Port), plan.Address, Text(plan.Pages), Text(plan.RowsInView));

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) =>
        Task.Delay(time, TimeProvider.System, cancellationToken);
}
