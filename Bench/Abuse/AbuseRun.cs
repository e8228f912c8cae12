using System.Net.Sockets;
using System.Net.WebSockets;
using LiveGridStudio.Bench.Fanout.Server;

namespace LiveGridStudio.Bench.Abuse;

/// <summary>Runs the cases one by one against a host. A host that was killed or has ended is started again for the next case.</summary>
/// <param name="mostCpuSeconds">Processor time after which a case ends and the host is killed.</param>
internal sealed class AbuseRun(double mostCpuSeconds) : IAsyncDisposable
{
    private const double Megabyte = 1024 * 1024;

    /// <summary>The elapsed time after which a host that neither works nor answers is given up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private ServerProcess? _server;

    public async Task<AbuseResult> MeasureAsync(AbuseCase abuse, CancellationToken cancellationToken)
    {
        var act = abuse.Prepare();
        var server = _server ??= await StartAsync(cancellationToken);
        var before = await server.StatsAsync(collect: true, cancellationToken);
        var startedAt = TimeProvider.System.GetTimestamp();
        await using var guard = new AbuseGuard(server, Math.Max(mostCpuSeconds, 2 * abuse.Limits.CpuSeconds));
        var answer = await SendAsync(server, guard, act, cancellationToken);
        var seconds = TimeProvider.System.GetElapsedTime(startedAt).TotalSeconds;
        var after = server.HasExited ? null : await StatsAsync(server, cancellationToken);
        var result = new AbuseResult(
            abuse,
            answer,
            (after?.CpuMicroseconds / 1e6 ?? guard.CpuSeconds) - (before.CpuMicroseconds / 1e6),
            (guard.Peak - before.WorkingSet) / Megabyte,
            (after?.Allocated - before.Allocated) / Megabyte,
            seconds,
            after is not null);
        if (after is null)
        {
            await DisposeAsync();
        }

        return result;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
            _server = null;
        }
    }

    private static async Task<AbuseAnswer> SendAsync(
        ServerProcess server,
        AbuseGuard guard,
        AbuseAct act,
        CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Patience);
        try
        {
            return await act.DoAsync(server.Address, limited.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            server.Kill();
            return new AbuseAnswer("no answer", act.Bytes, 0);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or WebSocketException or SocketException)
        {
            return new AbuseAnswer(guard.Ended ?? "connection lost", act.Bytes, 0);
        }
    }

    /// <summary>Whether the host still answers, and what it used; null when it does not.</summary>
    private static async Task<ServerStats?> StatsAsync(ServerProcess server, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Patience);
        try
        {
            return await server.StatsAsync(collect: false, limited.Token);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }

    /// <summary>Starts a host and sends it everyday requests, so that JIT compilation does not count.</summary>
    private static async Task<ServerProcess> StartAsync(CancellationToken cancellationToken)
    {
        var server = await ServerProcess.StartAppAsync([], null, cancellationToken);
        foreach (var warmUp in AbuseWarmUp.Cases)
        {
            await warmUp.Prepare().DoAsync(server.Address, cancellationToken);
        }

        return server;
    }
}
