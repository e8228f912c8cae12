using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace LiveGridStudio.App.Hosting;

/// <summary>
/// Knows who can reach this host: what reads other addresses or writes files is off by default when others than this
/// machine can.
/// </summary>
/// <param name="server">The server; null for a command, which listens nowhere.</param>
/// <param name="hasProxies">Whether proxies hand on requests of others; then it does not matter where the server listens.</param>
public sealed class ListenScope(IServer? server, bool hasProxies = false)
{
    /// <value>
    /// Whether every bound address is a loopback one; true when nothing listens. A server whose addresses are not known, and
    /// one behind a proxy or a socket file (which others pass on), count as reachable. Changes once, when the server starts.
    /// </value>
    public bool IsLoopbackOnly =>
        server is null
        || (!hasProxies
            && server.Features.Get<IServerAddressesFeature>()?.Addresses is { Count: > 0 } addresses
            && addresses.All(IsLoopback));

    /// <param name="address">As given to the server: <c>http://localhost:7779</c>, <c>http://*:80</c>.</param>
    internal static bool IsLoopback(string address)
    {
        var bound = BindingAddress.Parse(address);
        if (bound.IsUnixPipe || bound.IsNamedPipe)
        {
            return false;
        }

        // Names other than localhost are bound to every address.
        return bound.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || bound.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(bound.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }
}
