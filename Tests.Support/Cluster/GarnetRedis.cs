using Garnet;
using LiveGridStudio.Tests.Support.Servers;

namespace LiveGridStudio.Tests.Support.Cluster;

/// <summary>Microsoft.Garnet inside the test process, so that no server has to be installed.</summary>
internal sealed class GarnetRedis : ITestRedis
{
    private readonly int _port = FreePort.Next();
    private GarnetServer? _server;

    public string Address => $"127.0.0.1:{_port}";

    public Task StartAsync()
    {
        _server = new GarnetServer(["--bind", "127.0.0.1", "--port", $"{_port}", "--lua", "--lua-transaction-mode", "--logger-level", "Error"]);
        _server.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync()
    {
        _server?.Dispose();
        _server = null;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => new(StopAsync());
}
