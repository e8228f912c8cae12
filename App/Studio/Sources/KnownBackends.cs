using System.Text.Json;
using System.Text.Json.Serialization;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Policy;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>
/// The backends that this browser has connected to, newest first, and which other origins each of them may have read. They lie
/// in the browser's store: anything there that does not read as such is passed over, and so is what is too much.
/// </summary>
public sealed class KnownBackends
{
    /// <summary>As many as the browser keeps; the oldest goes, and its origins with it.</summary>
    internal const int MostBackends = 8;

    /// <summary>Other origins of one backend.</summary>
    internal const int MostOrigins = 20;

    private const int MostLetters = 2000;

    private readonly ILookup<string, string> _origins;

    private KnownBackends(IEnumerable<KnownBackend> backends)
    {
        var read = backends.DistinctBy(static backend => backend.Address).Take(MostBackends)
            .Select(static backend => (backend.Address, Own: OriginOf(backend.Address), backend.Origins))
            .Where(static backend => backend.Own is not null)
            .ToList();
        Addresses = [.. read.Select(static backend => backend.Address!)];
        _origins = read
            .SelectMany(static backend => (backend.Origins ?? []).Take(MostOrigins).Select(Origin.Read).OfType<string>()
                .Prepend(backend.Own!).Select(origin => (Backend: backend.Own!, Origin: origin)))
            .ToLookup(static pair => pair.Backend, static pair => pair.Origin);
    }

    public static KnownBackends None { get; } = new([]);

    /// <value>The addresses, as they were connected to.</value>
    public IReadOnlyList<string> Addresses { get; }

    /// <summary>Reads what <see cref="BrowserBackends"/> are told.</summary>
    public static KnownBackends Read(string? json)
    {
        try
        {
            var kept = json is null ? null : JsonSerializer.Deserialize(json, KnownBackendJsonContext.Default.KnownBackendArray);
            return new KnownBackends((kept ?? []).OfType<KnownBackend>());
        }
        catch (JsonException)
        {
            return None;
        }
    }

    /// <summary>Whether the browser has connected to this backend, or to another one of its origin.</summary>
    public bool Has(Uri backend) => _origins.Contains(Origin.Of(backend));

    /// <summary>What may be read for this backend without a question, its own origin included; empty when it is not known.</summary>
    public IEnumerable<string> OriginsOf(Uri backend) => _origins[Origin.Of(backend)];

    private static string? OriginOf(string? address)
    {
        try
        {
            return address is { Length: <= MostLetters } ? Origin.Of(BackendAddress.Parse(address)) : null;
        }
        catch (ConnectException)
        {
            return null;
        }
    }
}

/// <summary>One of them as the browser keeps it.</summary>
internal sealed record KnownBackend(
    [property: JsonPropertyName("address")] string? Address, [property: JsonPropertyName("origins")] string?[]? Origins);

[JsonSerializable(typeof(KnownBackend[]))]
internal sealed partial class KnownBackendJsonContext : JsonSerializerContext;
