using System.Diagnostics;
using System.Net.Sockets;
using LiveGridStudio.Tests.Support.Servers;

namespace LiveGridStudio.Tests.Support.Cluster;

/// <summary>The installed <c>redis-server</c>, without a file of its own.</summary>
internal sealed class RedisProcess(string program) : ITestRedis
{
    private readonly int _port = FreePort.Next();
    private Process? _process;

    public string Address => $"127.0.0.1:{_port}";

    public async Task StartAsync()
    {
        _process = Process.Start(new ProcessStartInfo(program)
        {
            ArgumentList = { "--bind", "127.0.0.1", "--port", $"{_port}", "--save", "", "--appendonly", "no", "--daemonize", "no" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Eventually.HoldsAsync(Answers);
    }

    public async Task StopAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    public ValueTask DisposeAsync() => new(StopAsync());

    private bool Answers()
    {
        try
        {
            using var client = new TcpClient("127.0.0.1", _port);
            return client.Connected;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
