using System.Net;

namespace LiveGridStudio.App.Connect.Reach.Policy;

/// <summary>The resolver of the operating system.</summary>
internal sealed class SystemNameResolver : INameResolver
{
    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) =>
        Dns.GetHostAddressesAsync(host, cancellationToken);
}
