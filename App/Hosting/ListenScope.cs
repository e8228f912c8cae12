using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace LiveGridStudio.App.Hosting;

/// <summary>Knows who can reach this host. Features that read other addresses or write files are off by default when other machines can.</summary>
/// <param name="server">The server; null for a command, which does not listen.</param>
/// <param name="hasProxies">Whether proxies forward requests of others; then the listen address does not matter.</param>
public sealed class ListenScope(IServer? server, bool hasProxies = false)
{
    /// <value>
    /// Whether every bound address is a loopback one; true when nothing listens. A server with unknown addresses counts as reachable, and
    /// so does one behind a proxy or a socket file, which others may forward. Changes once, when the server starts.
    /// </value>
    public bool IsLoopbackOnly =>
        server is null
        || (!hasProxies
            && server.Features.Get<IServerAddressesFeature>()?.Addresses is { Count: > 0 } addresses
            && addresses.All(IsLoopback));

    /// <param name="address">The address as given to the server: <c>http://localhost:7779</c>, <c>http://*:80</c>.</param>
    internal static bool IsLoopback(string address)
    {
        var bound = BindingAddress.Parse(address);
        if (bound.IsUnixPipe || bound.IsNamedPipe)
        {
            return false;
        }

        // The server binds names other than localhost to every address.
        return bound.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || bound.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(bound.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }
}
