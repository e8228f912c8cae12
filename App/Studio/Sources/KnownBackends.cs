using System.Text.Json;
using System.Text.Json.Serialization;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Policy;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>
/// The backends that this browser has connected to, newest first, and the other origins that each of them may read. They come from the
/// browser's storage: invalid or surplus entries are ignored.
/// </summary>
public sealed class KnownBackends
{
    /// <summary>The most backends that the browser keeps; the oldest is removed with its origins.</summary>
    internal const int MostBackends = 8;

    /// <summary>The most other origins of one backend.</summary>
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

    /// <value>The addresses, as used for connecting.</value>
    public IReadOnlyList<string> Addresses { get; }

    /// <summary>Reads the JSON from <see cref="BrowserBackends"/>.</summary>
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

    /// <summary>The origins that may be read for this backend without a question, including its own; empty when it is unknown.</summary>
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

/// <summary>The stored form of one backend.</summary>
internal sealed record KnownBackend(
    [property: JsonPropertyName("address")] string? Address, [property: JsonPropertyName("origins")] string?[]? Origins);

[JsonSerializable(typeof(KnownBackend[]))]
internal sealed partial class KnownBackendJsonContext : JsonSerializerContext;
