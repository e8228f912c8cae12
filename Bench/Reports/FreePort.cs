using System.Net;
using System.Net.Sockets;

namespace LiveGridStudio.Bench.Reports;

/// <summary>A currently unused port of the loopback address.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
