using System.Diagnostics;

namespace LiveGridStudio.App.Connect.Reach.Credentials;

/// <summary>One credential of a backend: name and value. The value is sent, but never part of a text about this object.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class BackendCredential
{
    private static readonly string[] OwnHeaders =
    [
        "Accept", "Connection", "Content-Length", "Content-Type", "Host", "Keep-Alive", "Origin", "TE", "Trailer",
        "Transfer-Encoding", "Upgrade",
    ];

    /// <exception cref="ConnectException">It cannot be sent: the message names the credential and the reason.</exception>
    public BackendCredential(CredentialPlace place, string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        Place = place;
        Name = name.Trim();
        Value = value;
        if (Problem() is { } problem)
        {
            throw new ConnectException(problem) { Fault = ConnectFault.BadRequest };
        }
    }

    public CredentialPlace Place { get; }

    public string Name { get; }

    /// <value>Internal, so that no other assembly can show it by accident.</value>
    internal string Value { get; }

    /// <summary>Place and name.</summary>
    public override string ToString() => $"{(Place == CredentialPlace.Header ? "header" : "query parameter")} {Name}";

    private string? Problem()
    {
        if (Name.Length == 0)
        {
            return "a credential needs a name";
        }

        if (Place == CredentialPlace.Query)
        {
            return null;
        }

        return !Name.All(static c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal))
                ? "the name of a header credential is made of letters, digits and -"
            : OwnHeaders.Contains(Name, StringComparer.OrdinalIgnoreCase)
                || Name.StartsWith("Sec-", StringComparison.OrdinalIgnoreCase)
                || Name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)
                ? $"the header {Name} belongs to the connection itself and cannot be a credential"
            : Value.Any(static c => c is < ' ' or > '~')
                ? $"the value of the header {Name} has letters that a header cannot carry"
            : null;
    }
}

/// <summary>Where a credential is sent.</summary>
public enum CredentialPlace
{
    /// <summary>A header of each request; not of a page's WebSocket, for which a browser sets none.</summary>
    Header,

    /// <summary>A parameter in the query of each address.</summary>
    Query,
}
