using System.Net;
using System.Net.Sockets;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>Accepts connections and never sends anything.</summary>
internal sealed class SilentListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task<Socket> _accepted;

    public SilentListener()
    {
        _listener.Start();
        _accepted = _listener.AcceptSocketAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Completed when somebody has connected.</summary>
    public Task Accepted => _accepted.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);

    public void Dispose()
    {
        if (_accepted.IsCompletedSuccessfully)
        {
#pragma warning disable VSTHRD002 // It has come: nobody waits here.
            _accepted.Result.Dispose();
#pragma warning restore VSTHRD002
        }

        _listener.Dispose();
    }
}
