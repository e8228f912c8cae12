using System.Net;
using System.Net.Sockets;
using LiveGridStudio.App.Hosting;

namespace LiveGridStudio.App.Connect;

/// <summary>
/// Reads other backends. Every connection, those of redirects too, goes only where the <see cref="AddressPolicy"/> lets it; no
/// proxy, no cookies, no stored credentials, a bounded answer in a bounded time. Safe for many callers at once.
/// </summary>
public sealed class GuardedHttp : IDisposable
{
    /// <summary>The largest document (<c>widgets.json</c>, <c>apps.json</c>) that is read.</summary>
    public const int MaxDocumentBytes = 5 * 1024 * 1024;

    /// <summary>The largest answer of a data endpoint that is read.</summary>
    public const int MaxRowsBytes = 32 * 1024 * 1024;

    private const int MaxRedirects = 5;
    private const string Disabled = "other backends are not read: the setting Connect:Enabled is false";

    /// <summary>From the first connection to the last byte, redirects included.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly HttpMessageInvoker _http;
    private readonly bool _isEnabled;
    private readonly TimeProvider _timeProvider;

    internal GuardedHttp(ConnectOptions options, INameResolver resolver, TimeProvider timeProvider)
    {
        _isEnabled = options.Enabled ?? true;
        _timeProvider = timeProvider;
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectCallback = new GuardedConnect(new AddressPolicy(options), resolver).ConnectAsync,
            Credentials = null,
            UseCookies = false,
            UseProxy = false,
        });
    }

    /// <value>
    /// Sends by the same rules, for <see cref="System.Net.WebSockets.ClientWebSocket"/>: a refusal is the innermost exception.
    /// Follows no redirects, has no time limit and must not be disposed.
    /// </value>
    /// <exception cref="AddressRefusedException"><see cref="ConnectOptions.Enabled"/> is false.</exception>
    public HttpMessageInvoker Invoker => _isEnabled ? _http : throw new AddressRefusedException(Disabled);

    /// <summary>Reads an address with GET, following up to five redirects.</summary>
    /// <param name="address">An absolute <c>http</c> or <c>https</c> address.</param>
    /// <param name="maxBytes">A longer answer is refused.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="AddressRefusedException">The settings do not allow the address, or one that it redirects to.</exception>
    /// <exception cref="BadStatusException">The answer is no success.</exception>
    /// <exception cref="ConnectException">There is no answer, or none that is taken.</exception>
    public async Task<FetchedDocument> GetAsync(Uri address, int maxBytes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!_isEnabled)
        {
            throw new AddressRefusedException($"{Name(address)}: {Disabled}");
        }

        using var timeout = new CancellationTokenSource(Timeout, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await FollowAsync(address, maxBytes, either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ConnectException($"{Name(address)}: no answer within {Timeout.TotalSeconds} seconds");
        }
        catch (HttpRequestException exception)
        {
            throw Explain(address, exception);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            throw new ConnectException($"{Name(address)}: {exception.Message}", exception);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<FetchedDocument> FollowAsync(Uri start, int maxBytes, CancellationToken cancellationToken)
    {
        var address = start;
        for (var redirects = 0; ; redirects++)
        {
            RequireWeb(address);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Accept.ParseAdd("application/json");
            using var response = await _http.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return await BoundedBody.ReadAsync(response.Content, maxBytes, cancellationToken) is { } body
                    ? new FetchedDocument(address, body)
                    : throw new ConnectException($"{Name(address)}: larger than the {maxBytes} bytes that are read");
            }

            if (RedirectOf(response) is not { } target)
            {
                throw await StatusProblem.ReadAsync(Name(address), response, cancellationToken);
            }

            address = redirects < MaxRedirects
                ? new Uri(address, target)
                : throw new ConnectException($"{Name(start)}: more than {MaxRedirects} redirects");
        }
    }

    private static Uri? RedirectOf(HttpResponseMessage response) => response.StatusCode is
        HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
            ? response.Headers.Location
            : null;

    private static void RequireWeb(Uri address)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new ConnectException($"{Name(address)}: only http and https addresses are read");
        }
    }

    private static ConnectException Explain(Uri address, HttpRequestException exception) => exception.InnerException switch
    {
        AddressRefusedException refused => new AddressRefusedException($"{Name(address)}: {refused.Message}"),
        { } inner => new ConnectException($"{Name(address)}: {inner.Message}", exception),
        null => new ConnectException($"{Name(address)}: {exception.Message}", exception),
    };

    /// <summary>The address without what may be secret in it: user and password.</summary>
    private static string Name(Uri address) => address.IsAbsoluteUri
        ? address.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped)
        : address.OriginalString;
}
