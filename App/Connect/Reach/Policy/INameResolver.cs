using System.Net;

namespace LiveGridStudio.App.Connect.Reach.Policy;

/// <summary>Turns a host name into addresses.</summary>
internal interface INameResolver
{
    Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken);
}
