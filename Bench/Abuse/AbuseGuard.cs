using LiveGridStudio.Bench.Fanout.Server;

namespace LiveGridStudio.Bench.Abuse;

/// <summary>Watches a host while a case runs, and kills it before it exhausts the machine.</summary>
internal sealed class AbuseGuard : IAsyncDisposable
{
    private const long MostBytes = 6L * 1024 * 1024 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly ServerProcess _server;
    private readonly double _mostCpuSeconds;
    private readonly CancellationTokenSource _done = new();
    private readonly Task _watching;

    /// <param name="server">The host.</param>
    /// <param name="mostCpuSeconds">Processor time that the case may take.</param>
    public AbuseGuard(ServerProcess server, double mostCpuSeconds)
    {
        _server = server;
        _mostCpuSeconds = server.CpuSeconds + mostCpuSeconds;
        Peak = server.WorkingSet;
        _watching = Task.Run(WatchAsync, CancellationToken.None);
    }

    /// <value>Most bytes in memory since the start.</value>
    public long Peak { get; private set; }

    /// <value>Processor time at the last check.</value>
    public double CpuSeconds { get; private set; }

    /// <value>Why the host was killed; null while it was not.</value>
    public string? Ended { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _done.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_server.HasExited)
        {
            CpuSeconds = _server.CpuSeconds;
            Peak = Math.Max(Peak, _server.WorkingSet);
            Ended = Peak > MostBytes ? "ended at 6 GB" : CpuSeconds > _mostCpuSeconds ? "ended, CPU" : null;
            if (Ended is not null)
            {
                _server.Kill();
                return;
            }

            await Task.Delay(Pause, TimeProvider.System, _done.Token);
        }
    }
}
