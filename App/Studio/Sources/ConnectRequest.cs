using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Credentials;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>A request to connect to a backend. Not a record, because a record would print its credentials.</summary>
public sealed class ConnectRequest(string address, IReadOnlyList<(CredentialPlace Place, string Name, string Value)> credentials)
{
    public string Address => address;

    /// <value>
    /// Whether the user typed the address, which then needs no question. False for an address from a link or from the page's address.
    /// </value>
    public bool IsTyped { get; init; }

    /// <summary>Validates the credentials.</summary>
    /// <exception cref="ConnectException">One of them cannot be sent.</exception>
    public IReadOnlyList<BackendCredential> ReadCredentials() =>
        [.. credentials.Select(static given => new BackendCredential(given.Place, given.Name, given.Value))];
}
