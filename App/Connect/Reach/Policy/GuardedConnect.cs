using System.Net;
using System.Net.Sockets;

namespace LiveGridStudio.App.Connect.Reach.Policy;

/// <summary>Opens connections; each one only after the resolved address that it goes to has been allowed.</summary>
internal sealed class GuardedConnect(AddressPolicy policy, INameResolver resolver)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal)
            ? [literal]
            : await resolver.ResolveAsync(host, cancellationToken);
        var allowed = addresses.Where(address => policy.Allows(host, address)).ToArray();
        if (allowed.Length == 0)
        {
            throw new AddressRefusedException(Refusal(host, addresses));
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private string Refusal(string host, IPAddress[] addresses)
    {
        var found = string.Join(", ", addresses.Take(3).Select(static address => address.ToString()));
        var target = found.Length == 0 || found == host ? host : $"{host} ({found})";
        if (host is "0.0.0.0" or "::" or "[::]")
        {
            return $"{host} is what a server listens on, and no address to connect to: use 127.0.0.1 or localhost";
        }

        if (policy.IsForSetting)
        {
            return $"a redirect to {target} is not followed: it is another host, and the setting Connect:AllowedHosts does not list it";
        }

        return $"{target} may not be connected to: the setting Connect:AllowedHosts does not list it "
            + "(by default it lists this machine's loopback addresses alone)";
    }
}
