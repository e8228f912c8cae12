using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.App.Hosting;

namespace LiveGridStudio.App.Connect.Reach.Http;

/// <summary>
/// Reads other backends. Every connection, also of redirects, goes only to addresses that the <see cref="AddressPolicy"/> allows. No proxy,
/// no cookies, no stored credentials; answers are limited in size and time. Thread-safe.
/// </summary>
public sealed class GuardedHttp : IDisposable
{
    /// <summary>The most bytes of a document (<c>widgets.json</c>, <c>apps.json</c>).</summary>
    public const int MaxDocumentBytes = 5 * 1024 * 1024;

    /// <summary>The most bytes of a data endpoint's answer.</summary>
    public const int MaxRowsBytes = 32 * 1024 * 1024;

    /// <summary>The most bytes of a parameter's list of options.</summary>
    public const int MaxOptionsBytes = 4 * 1024 * 1024;

    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);
    private readonly HttpMessageInvoker _http;
    private readonly ConnectOptions _options;
    private readonly ListenScope _scope;
    private readonly TimeProvider _timeProvider;

    /// <param name="options">The settings.</param>
    /// <param name="resolver">Turns names into addresses.</param>
    /// <param name="timeProvider">The clock of time limits.</param>
    /// <param name="scope">Decides when no setting does; null for a program that does not listen.</param>
    internal GuardedHttp(ConnectOptions options, INameResolver resolver, TimeProvider timeProvider, ListenScope? scope = null)
        : this(options, new GuardedConnect(new AddressPolicy(options), resolver), timeProvider, scope, DecompressionMethods.None)
    {
    }

    private GuardedHttp(
        ConnectOptions options, GuardedConnect connect, TimeProvider timeProvider, ListenScope? scope, DecompressionMethods decompression)
    {
        _options = options;
        _scope = scope ?? new ListenScope(null);
        _timeProvider = timeProvider;
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            AutomaticDecompression = decompression,
            ConnectCallback = connect.ConnectAsync,
            Credentials = null,
            // A name may get another address; whoever asks every second would never learn of it.
            PooledConnectionLifetime = ConnectionLifetime,
            UseCookies = false,
            UseProxy = false,
        });
    }

    /// <summary>
    /// Reads one address that the settings of this host name, so that neither <c>Connect:Enabled</c> nor <c>Connect:AllowedHosts</c> has to
    /// allow it. A redirect to another host is no setting: it is followed only where <c>Connect:AllowedHosts</c> lists that host. Limits of
    /// time and size are the same; answers may be compressed.
    /// </summary>
    internal static GuardedHttp ForSetting(Uri address, ConnectOptions options, INameResolver resolver, TimeProvider timeProvider) => new(
        new ConnectOptions { Enabled = true, AllowedHosts = options.AllowedHosts, Timeout = options.Timeout },
        new GuardedConnect(new AddressPolicy(options, address.IdnHost), resolver),
        timeProvider,
        scope: null,
        DecompressionMethods.GZip | DecompressionMethods.Brotli | DecompressionMethods.Deflate);

    /// <value>Why no other backend is read at all, with the name of the setting; null when the allowed ones are.</value>
    public string? Obstacle => _options.Enabled switch
    {
        true => null,
        false => "other backends are not read: the setting Connect:Enabled is false",
        null when _scope.IsLoopbackOnly => null,
        null => "other backends are not read: this host can be reached from other machines, and then the setting "
            + "Connect:Enabled has to be true",
    };

    /// <summary>Reads an address with GET, following up to five redirects.</summary>
    /// <param name="address">An absolute <c>http</c> or <c>https</c> address.</param>
    /// <param name="maxBytes">The most bytes of the answer; a longer one is refused.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="AddressRefusedException">The settings do not allow the address, or one that it redirects to.</exception>
    /// <exception cref="BadStatusException">The answer has a status other than success.</exception>
    /// <exception cref="ConnectException">There is no answer, or it is refused.</exception>
    public Task<FetchedDocument> GetAsync(Uri address, int maxBytes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        return GetAsync(new BackendRequest(address, maxBytes), cancellationToken);
    }

    /// <summary>The same, with the backend's credentials and the origin of a page.</summary>
    /// <remarks>A server may end a connection between two requests, just when the second one is sent: that one is sent again, once.</remarks>
    internal async Task<FetchedDocument> GetAsync(BackendRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await GetOnceAsync(request, cancellationToken);
        }
        catch (ConnectException exception) when (exception.Fault == ConnectFault.ConnectionLost)
        {
            return await GetOnceAsync(request, cancellationToken);
        }
    }

    /// <summary>Sends the preflight that a browser sends before a request with custom headers.</summary>
    /// <exception cref="ConnectException">There is no answer.</exception>
    internal Task<PreflightAnswer> PreflightAsync(BackendRequest request, CancellationToken cancellationToken) =>
        InTimeAsync(request.Address, request.Access, limit => PreflightAnswer.AskAsync(_http, request, limit), cancellationToken);

    /// <summary>Opens a WebSocket. The caller disposes it.</summary>
    /// <param name="address">An absolute <c>ws</c> or <c>wss</c> address, without credentials.</param>
    /// <param name="access">The backend of the socket.</param>
    /// <param name="origin">The <c>Origin</c> of a browser's page; null sends none.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    /// <exception cref="ConnectException">It cannot be opened.</exception>
    internal Task<WebSocket> OpenSocketAsync(Uri address, BackendAccess access, string? origin, CancellationToken cancellationToken) =>
        InTimeAsync(address, access, limit => SocketHandshake.RunAsync(_http, address, access, origin, limit), cancellationToken);

    public void Dispose() => _http.Dispose();

    private Task<FetchedDocument> GetOnceAsync(BackendRequest request, CancellationToken cancellationToken) =>
        InTimeAsync(request.Address, request.Access, limit => RedirectWalk.RunAsync(_http, request, limit), cancellationToken);

    private async Task<T> InTimeAsync<T>(
        Uri address, BackendAccess access, Func<CancellationToken, Task<T>> run, CancellationToken cancellationToken)
    {
        var name = ConnectProblem.Name(address);
        if (Obstacle is { } obstacle)
        {
            throw new AddressRefusedException($"{name}: {obstacle}");
        }

        using var timeout = new CancellationTokenSource(_options.Timeout, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await run(either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ConnectException($"{name}: no answer within {Words(_options.Timeout)} (Connect:Timeout)")
            {
                Fault = ConnectFault.Timeout,
            };
        }
        catch (Exception exception) when (
            exception is HttpRequestException or IOException or SocketException or WebSocketException
            // A compressed body that is broken: two decoders, two exceptions.
            or InvalidDataException or InvalidOperationException { Source: "System.IO.Compression.Brotli" })
        {
            throw ConnectProblem.Explain(address, exception, access);
        }
    }

    private static string Words(TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} second{(time == TimeSpan.FromSeconds(1) ? "" : "s")}");
}
