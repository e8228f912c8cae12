using LiveGridStudio.Bench.Fanout.Fleet;
using LiveGridStudio.Bench.Fanout.Server;

namespace LiveGridStudio.Bench.Fanout;

/// <summary>Measures one server: idle, warm-up and measurement, with new clients.</summary>
internal static class FanoutRun
{
    /// <summary>The time after the window for ticks that are still on their way.</summary>
    private static readonly TimeSpan Stragglers = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    public static async Task<FanoutResult> MeasureAsync(ServerProcess server, FanoutPlan plan, CancellationToken cancellationToken)
    {
        // Clients that warm up the path of a connection, so that code and pools do not count as memory of clients.
        await using (var scout = FleetProcess.Start(server.Port, plan with { Clients = 20 }))
        {
            await scout.ConnectAsync(cancellationToken);
            await scout.SubscribeAsync(cancellationToken);
            await Wait(Settling, cancellationToken);
        }

        await using var fleet = FleetProcess.Start(server.Port, plan);
        await Wait(Settling, cancellationToken);
        var empty = await server.StatsAsync(collect: true, cancellationToken);
        await fleet.ConnectAsync(cancellationToken);
        await fleet.SubscribeAsync(cancellationToken);
        await Wait(Settling, cancellationToken);
        var idle = await server.StatsAsync(collect: true, cancellationToken);

        await server.StartTicksAsync(cancellationToken);
        await Wait(plan.WarmUp, cancellationToken);

        var cpu = fleet.CpuSeconds;
        var before = await server.StatsAsync(collect: false, cancellationToken);
        var until = before.At + (long)plan.Measured.TotalMicroseconds;
        await fleet.CountAsync(before.At, until, cancellationToken);
        await Wait(TimeSpan.FromMicroseconds(until - MonotonicClock.Now), cancellationToken);
        var after = await server.StatsAsync(collect: false, cancellationToken);
        cpu = fleet.CpuSeconds - cpu;
        await Wait(Stragglers, cancellationToken);

        // The processor time covers a window that is a few milliseconds longer.
        var seconds = plan.Measured.TotalSeconds;
        var share = (until - before.At) / (double)(after.At - before.At);
        return new FanoutResult(
            plan,
            await server.PublishedAsync(before.At, until, cancellationToken),
            await fleet.ReportAsync(cancellationToken),
            seconds,
            (after.CpuMicroseconds - before.CpuMicroseconds) * share / 1e6,
            cpu * share,
            (after.Allocated - before.Allocated) * share,
            (idle.WorkingSet - empty.WorkingSet) / (double)plan.Clients,
            (idle.Heap - empty.Heap) / (double)plan.Clients);
    }

    private static Task Wait(TimeSpan time, CancellationToken cancellationToken) =>
        Task.Delay(time < TimeSpan.Zero ? TimeSpan.Zero : time, TimeProvider.System, cancellationToken);
}
