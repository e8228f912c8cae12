using System.Diagnostics;
using System.Diagnostics.Metrics;
using LiveGridStudio.App.Backend;
using LiveGridStudio.App.Connect.Feed;
using LiveGridStudio.App.Studio;
using LiveGridStudio.App.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace LiveGridStudio.Bench.Fanout.Server;

/// <summary>The resources of the built host at one moment.</summary>
/// <param name="WorkingSet">Bytes in memory, as the operating system counts them.</param>
/// <param name="Heap">Bytes of live and not yet collected objects.</param>
/// <param name="Committed">Bytes that the collector has from the operating system.</param>
/// <param name="Threads">Of the process.</param>
/// <param name="Handles">Open files and sockets.</param>
/// <param name="Circuits">Pages, including those without connection.</param>
/// <param name="Previews">Open previews of widgets.</param>
/// <param name="Clients">WebSocket clients.</param>
/// <param name="Feeds">Open feeds of other backends.</param>
internal sealed record HostStats(
    long WorkingSet, long Heap, long Committed, int Threads, int Handles, long Circuits, long Previews, long Clients, long Feeds)
{
    public static HostStats Take(IServiceProvider services)
    {
        // Listens only for this reading, so that durations are not measured otherwise.
        using var reader = new HostReader(services.GetRequiredService<IMeterFactory>());
        var values = reader.Read();
        using var process = Process.GetCurrentProcess();
        return new HostStats(
            Environment.WorkingSet,
            GC.GetTotalMemory(forceFullCollection: false),
            GC.GetGCMemoryInfo().TotalCommittedBytes,
            process.Threads.Count,
            OpenHandles(process),
            values.GetValueOrDefault(StudioMetrics.Circuits),
            values.GetValueOrDefault(StudioMetrics.Previews),
            values.GetValueOrDefault(BackendMetrics.Clients),
            values.GetValueOrDefault(ConnectMetrics.Feeds));
    }

    private static int OpenHandles(Process process)
    {
        const string open = "/proc/self/fd";
        return Directory.Exists(open) ? Directory.GetFileSystemEntries(open).Length : process.HandleCount;
    }
}
