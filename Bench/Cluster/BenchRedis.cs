using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using LiveGridStudio.Bench.Reports;

namespace LiveGridStudio.Bench.Cluster;

/// <summary>The installed <c>redis-server</c>, in memory alone. Disposing ends it.</summary>
internal sealed class BenchRedis : IAsyncDisposable
{
    private readonly Process _process;

    private BenchRedis(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public string Address => $"127.0.0.1:{Port}";

    public double CpuSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    public static async Task<BenchRedis> StartAsync(CancellationToken cancellationToken)
    {
        var port = FreePort.Find();
        var start = new ProcessStartInfo("redis-server", ["--bind", "127.0.0.1", "--port", $"{port}", "--save", "", "--appendonly", "no"])
        {
            RedirectStandardOutput = true,
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException("This suite needs redis-server (Debian: apt-get install redis-server).", exception);
        }

        process.BeginOutputReadLine();
        while (!Answers(port))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
        }

        return new BenchRedis(process, port);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static bool Answers(int port)
    {
        try
        {
            using var client = new TcpClient("127.0.0.1", port);
            return client.Connected;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
