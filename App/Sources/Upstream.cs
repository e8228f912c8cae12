using System.Net.WebSockets;
using System.Text.RegularExpressions;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Shared.Tables.Sources;

namespace LiveGridStudio.App.Sources;

/// <summary>
/// The other server of one source: its address and headers from the settings, which go to no other origin, and what may be said of it. What it
/// answers is read by the same guarded code as other backends.
/// </summary>
internal sealed partial class Upstream : IDisposable
{
    /// <summary>Some exchanges refuse requests that do not say what sends them.</summary>
    private const string UserAgent = "LiveGridStudio";

    private readonly GuardedHttp _http;
    private readonly BackendAccess _access;

    /// <param name="options">The settings of the source, which were checked at the start.</param>
    /// <param name="connect">Limits, and the hosts that a redirect may lead to.</param>
    /// <param name="resolver">Turns names into addresses.</param>
    /// <param name="timeProvider">The clock of time limits.</param>
    public Upstream(SourceOptions options, ConnectOptions connect, INameResolver resolver, TimeProvider timeProvider)
    {
        Address = new Uri(options.Url!);
        _access = new BackendAccess(Address, CredentialsOf(options), OriginGate.Open);
        _http = GuardedHttp.ForSetting(Address, connect, resolver, timeProvider);
    }

    public Uri Address { get; }

    /// <summary>Reads it.</summary>
    /// <param name="knownTag">The <c>ETag</c> of the answer before; null for none.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConnectException">There is no answer, or none that may be read.</exception>
    public Task<FetchedDocument> GetAsync(string? knownTag, CancellationToken cancellationToken) => _http.GetAsync(
        new BackendRequest(Address, GuardedHttp.MaxRowsBytes) { Access = _access, KnownTag = knownTag, UserAgent = UserAgent }, cancellationToken);

    /// <summary>Opens its WebSocket. The caller disposes it.</summary>
    /// <exception cref="ConnectException">It cannot be opened.</exception>
    public Task<WebSocket> OpenAsync(CancellationToken cancellationToken) =>
        _http.OpenSocketAsync(Address, _access, origin: null, cancellationToken);

    /// <summary>
    /// A reason as it may be shown and logged: one line, without the values of headers, and addresses without their queries, where many servers
    /// want a key.
    /// </summary>
    public string Redact(string reason) => string.Concat(
        Query().Replace(_access.Redact(reason), "").Select(static letter => char.IsControl(letter) ? ' ' : letter));

    public void Dispose() => _http.Dispose();

    /// <exception cref="ConnectException">A header cannot be sent; the message names it and never its value.</exception>
    public static IReadOnlyList<BackendCredential> CredentialsOf(SourceOptions options) =>
        [.. options.Headers.Select(static header => new BackendCredential(CredentialPlace.Header, header.Key, header.Value))];

    [GeneratedRegex(@"(?<=://[^\s?]*)\?[^\s]*?(?=:?(\s|$))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Query();
}
