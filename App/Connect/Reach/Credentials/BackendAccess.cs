using LiveGridStudio.App.Connect.Reach.Policy;

namespace LiveGridStudio.App.Connect.Reach.Credentials;

/// <summary>
/// A backend and its credentials. Credentials go only to the backend's own origin: not to another host, port or scheme that a widget or a
/// redirect names (<c>ws</c> counts as <c>http</c>, <c>wss</c> as <c>https</c>).
/// </summary>
/// <param name="backend">The backend's address.</param>
/// <param name="credentials">Sent with each request; empty for none.</param>
/// <param name="gate">Decides which origins may be read for it.</param>
internal sealed class BackendAccess(Uri backend, IReadOnlyList<BackendCredential> credentials, OriginGate gate)
{
    /// <summary>The least length of a value that is redacted: a shorter one would match in every address.</summary>
    private const int LeastSecret = 4;

    /// <summary>The least length of a part that is redacted alone, such as the token of <c>Bearer token</c>.</summary>
    private const int LeastPart = 8;

    private const string Hidden = "***";

    private readonly IReadOnlyList<string> _secrets =
    [
        .. credentials.SelectMany(static credential => SecretsOf(credential.Value)).Distinct()
            .OrderByDescending(static secret => secret.Length),
    ];

    public Uri Backend => backend;

    public OriginGate Gate => gate;

    /// <summary>The names of the header credentials, in lower case and sorted, as a browser's preflight lists them.</summary>
    public IReadOnlyList<string> HeaderNames { get; } =
    [
        .. credentials.Where(static credential => credential.Place == CredentialPlace.Header)
            .Select(static credential => credential.Name.ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// Returns the address to send to: with the query credentials when it has the backend's own origin. Every request and every redirect
    /// passes here, so this call refuses what has not been allowed.
    /// </summary>
    /// <exception cref="ConsentNeededException">The user has not allowed its origin.</exception>
    public Uri Sign(Uri address)
    {
        gate.Require(address);
        var pairs = string.Join('&', Of(CredentialPlace.Query, address).Select(Pair));
        return pairs.Length == 0 ? address : new UriBuilder(address) { Query = Join(address.Query.TrimStart('?'), pairs) }.Uri;
    }

    /// <summary>Removes the query credentials, which a backend's redirect may have repeated.</summary>
    public Uri Unsign(Uri address)
    {
        var secrets = credentials.Where(static credential => credential.Place == CredentialPlace.Query).ToList();
        if (secrets.Count == 0 || address.Query.Length < 2)
        {
            return address;
        }

        var kept = address.Query[1..].Split('&').Where(pair => !secrets.Any(secret => Is(pair, secret)));
        return new UriBuilder(address) { Query = string.Join('&', kept) }.Uri;
    }

    /// <summary>The headers to send to an address.</summary>
    public IEnumerable<(string Name, string Value)> HeadersFor(Uri address) =>
        Of(CredentialPlace.Header, address).Select(static credential => (credential.Name, credential.Value));

    /// <summary>Replaces the values of credentials in a text from a backend or the network.</summary>
    public string Redact(string text)
    {
        foreach (var secret in _secrets)
        {
            text = text
                .Replace(secret, Hidden, StringComparison.Ordinal)
                .Replace(Uri.EscapeDataString(secret), Hidden, StringComparison.Ordinal);
        }

        return text;
    }

    private static IEnumerable<string> SecretsOf(string value) =>
        value.Split(' ').Where(static part => part.Length >= LeastPart).Append(value)
            .Where(static secret => secret.Length >= LeastSecret);

    private IEnumerable<BackendCredential> Of(CredentialPlace place, Uri address) =>
        Origin.AreSame(address, backend) ? credentials.Where(credential => credential.Place == place) : [];

    private static string Pair(BackendCredential credential) =>
        $"{Uri.EscapeDataString(credential.Name)}={Uri.EscapeDataString(credential.Value)}";

    private static string Join(string query, string pairs) => query.Length == 0 ? pairs : $"{query}&{pairs}";

    private static bool Is(string pair, BackendCredential secret)
    {
        var parts = pair.Split('=', 2);
        return parts.Length == 2 && Plain(parts[0]) == secret.Name && Plain(parts[1]) == secret.Value;
    }

    private static string Plain(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
