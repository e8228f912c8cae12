using System.Security.Cryptography;
using System.Text;
using LiveGridStudio.App.Hosting;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Backend.Ingest;

/// <summary>Says who may write rows: whoever has a key, or this machine while nobody else can reach the host.</summary>
internal sealed class IngestGate(IOptions<IngestOptions> options, ListenScope scope)
{
    private const string Scheme = "Bearer ";

    private readonly byte[][] _hashes = [.. options.Value.Keys.Select(static key => HashOf(key))];

    /// <summary>Why a request may not write; null when it may.</summary>
    public string? Refuse(HttpRequest request)
    {
        if (_hashes.Length == 0)
        {
            return scope.IsLoopbackOnly
                ? null
                : "Other machines can reach this host, so rows are taken with a key alone. Set Ingest:Keys:0, and send it as a bearer token.";
        }

        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && IsKey(header[Scheme.Length..].Trim())
            ? null
            : "Send one of the keys of Ingest:Keys as a bearer token: Authorization: Bearer ...";
    }

    /// <summary>Takes as long whichever key it is, and whether it is one.</summary>
    private bool IsKey(string given)
    {
        var hash = HashOf(given);
        var found = false;
        foreach (var known in _hashes)
        {
            found |= CryptographicOperations.FixedTimeEquals(known, hash);
        }

        return found;
    }

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
