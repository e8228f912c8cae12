using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Credentials;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>A backend to connect to. Not a record: a record would write its credentials wherever it is printed.</summary>
public sealed class ConnectRequest(string address, IReadOnlyList<(CredentialPlace Place, string Name, string Value)> credentials)
{
    public string Address => address;

    /// <value>
    /// Whether the reader typed the address: then nobody has to ask whether it may be read. False for what a link or the page's
    /// address says.
    /// </value>
    public bool IsTyped { get; init; }

    /// <summary>The credentials, checked.</summary>
    /// <exception cref="ConnectException">One of them cannot be sent.</exception>
    public IReadOnlyList<BackendCredential> ReadCredentials() =>
        [.. credentials.Select(static given => new BackendCredential(given.Place, given.Name, given.Value))];
}
