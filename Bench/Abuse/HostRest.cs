using System.Net.Http.Json;
using LiveGridStudio.Bench.Fanout.Server;

namespace LiveGridStudio.Bench.Abuse;

/// <summary>Waits until a host is idle.</summary>
internal static class HostRest
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>Processor time below which a host counts as idle between two checks: ticks and the checks themselves need less.</summary>
    private const double RestingMicroseconds = 50_000;

    public static async Task WaitAsync(Uri address, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        var before = double.NegativeInfinity;
        while (true)
        {
            var stats = (await http.GetFromJsonAsync<ServerStats>(BenchControl.Stats, cancellationToken))!;
            if (stats.CpuMicroseconds - before < RestingMicroseconds)
            {
                return;
            }

            before = stats.CpuMicroseconds;
            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        }
    }
}
