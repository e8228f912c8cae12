using System.Globalization;
using LiveGridStudio.App.Check;
using LiveGridStudio.Bench.Abuse;
using LiveGridStudio.Bench.Abuse.Bodies;
using LiveGridStudio.Bench.Circuits;
using LiveGridStudio.Bench.Circuits.Pages;
using LiveGridStudio.Bench.Fanout;
using LiveGridStudio.Bench.Fanout.Fleet;
using LiveGridStudio.Bench.Fanout.Server;

namespace LiveGridStudio.Bench.Collectors;

/// <summary>Puts clients, pages and large bodies on a host, and then leaves it alone.</summary>
internal static class MemoryRun
{
    private const int RowsInView = 8;
    private const int Bodies = 4;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    /// <param name="setting">The setting of the collector.</param>
    /// <param name="plan">Clients and ticks.</param>
    /// <param name="pages">Open pages.</param>
    /// <param name="watched">How long the pages stay.</param>
    /// <param name="quiet">How long the host is left alone.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<MemoryResult> MeasureAsync(
        CollectorSetting setting, FanoutPlan plan, int pages, TimeSpan watched, TimeSpan quiet, CancellationToken cancellationToken)
    {
        using var widget = CircuitsWidget.Write(plan.Symbols);
        await using var server = await ServerProcess.StartAppAsync(
            plan, [$"--Widgets:Path={widget.Path}", .. setting.Settings], setting.Variables, cancellationToken);
        await OpenPagesAsync(server, 3, Settling, cancellationToken);
        await PostAsync(server, cancellationToken);
        await Task.Delay(Settling, TimeProvider.System, cancellationToken);
        var before = await server.StatsAsync(collect: true, cancellationToken);

        // From here on there are ticks, even when all clients have left.
        var fanout = await FanoutRun.MeasureAsync(server, plan, cancellationToken);
        var loaded = server.WorkingSet;
        await OpenPagesAsync(server, pages, watched, cancellationToken);
        loaded = Math.Max(loaded, server.WorkingSet);
        for (var i = 0; i < Bodies; i++)
        {
            await PostAsync(server, cancellationToken);
            loaded = Math.Max(loaded, server.WorkingSet);
        }

        var left = await server.StatsAsync(collect: false, cancellationToken);
        await Task.Delay(quiet, TimeProvider.System, cancellationToken);
        var rested = await server.StatsAsync(collect: false, cancellationToken);
        await Task.Delay(2 * quiet, TimeProvider.System, cancellationToken);
        var later = await server.StatsAsync(collect: false, cancellationToken);
        return new MemoryResult(
            setting, fanout, before, loaded, left, rested, later, await server.StatsAsync(collect: true, cancellationToken));
    }

    private static async Task OpenPagesAsync(ServerProcess server, int count, TimeSpan watched, CancellationToken cancellationToken)
    {
        await using var pages = FleetProcess.Start(
            PagesProgram.CommandName, Text(server.Port), "/", Text(count), Text(RowsInView));
        await pages.ConnectAsync(cancellationToken);
        await Task.Delay(watched, TimeProvider.System, cancellationToken);
        await pages.LeaveAsync(cancellationToken);
    }

    /// <summary>A valid preview of 8 000 rows of ten fields, whose answer is as large as allowed.</summary>
    private static Task<AbuseAnswer> PostAsync(ServerProcess server, CancellationToken cancellationToken) => AbuseBody.PostAsync(
        new Uri(server.Address, CheckRoutes.Preview),
        Body.Fill(PreviewBody.Head(), static i => $"{{\"x\":{i},{Body.List(9, static f => $"\"f{f}\":1.5")}}}", "]}", items: 8_000),
        cancellationToken);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
