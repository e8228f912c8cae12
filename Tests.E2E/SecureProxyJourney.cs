using System.Net;
using System.Net.Http.Headers;
using System.Text;
using LiveGridStudio.Tests.E2E.Support;
using LiveGridStudio.Tests.Support;
using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E;

/// <summary>The host is reachable from other machines, behind <c>deploy/nginx-secure.conf</c>: who gets access, and who does not.</summary>
public sealed class SecureProxyJourney : IClassFixture<SecureProxy>
{
    private const string Workspace = "https://pro.openbb.co";
    private const string Foreign = "https://evil.example";

    private readonly BrowserFixture _browser;
    private readonly SecureProxy _proxy;

    public SecureProxyJourney(BrowserFixture browser, SecureProxy proxy)
    {
        Assert.SkipWhen(proxy.Missing is not null, proxy.Missing ?? "");
        (_browser, _proxy) = (browser, proxy);
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/preview/live_grid")]
    [InlineData("GET", "/js/theme.js")]
    [InlineData("GET", "/openapi.json")]
    [InlineData("GET", "/healthz/ready")]
    [InlineData("POST", "/api/validate")]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("GET", "/widgets.json/../")]
    [InlineData("GET", "/live_grid_ws/")]
    public async Task Ask_WithoutSignIn_Is401(string method, string path)
    {
        using var client = _proxy.CreateClient(signsIn: false);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.SendAsync(request)).StatusCode);

        using var guess = new HttpRequestMessage(new HttpMethod(method), path);
        guess.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{SecureProxy.User}:guess")));
        var answer = await client.SendAsync(guess);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("nginx", Assert.Single(answer.Headers.Server).Product?.Name);
        Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
    }

    /// <summary>nginx and the host interpret such a path differently: a path that is open for Workspace must not open others.</summary>
    [Theory]
    [InlineData("/preview/..%2fwidgets.json")]
    [InlineData("/api/validate/..%2f..%2fwidgets.json")]
    [InlineData("//widgets.json")]
    public async Task Ask_WithAPathThatEndsAtTheWire_GetsTheWire(string path)
    {
        using var client = _proxy.CreateClient(signsIn: false);

        var answer = await client.GetAsync(new Uri(_proxy.Address.GetLeftPart(UriPartial.Authority) + path));

        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Read_AsWorkspaceWithoutSignIn_GetsDocumentsRowsAndMessages()
    {
        using var client = _proxy.CreateClient(signsIn: false);
        foreach (var path in new[] { "/widgets.json", "/apps.json", "/live_grid_data?symbol=TSLA" })
        {
            Assert.Equal((HttpStatusCode.OK, Workspace), await AskAsync(client, HttpMethod.Get, path, Workspace));
            Assert.Equal((HttpStatusCode.NoContent, Workspace), await AskAsync(client, HttpMethod.Options, path, Workspace));
            Assert.Equal((HttpStatusCode.OK, null), await AskAsync(client, HttpMethod.Get, path, Foreign));
        }

        using var socket = await ConnectAsync(Workspace);
        await socket.SendAsync("""{"params":{"symbol":"AAPL"}}""");
        await Eventually.HoldsAsync(() => _proxy.Host.Book.Table.ReadersOf("symbol", "AAPL") > 0);

        _proxy.Host.Ticks.Publish("AAPL", 151);
        Assert.Equal("AAPL", Assert.Single(await socket.ReceiveRowsAsync())["symbol"].Text);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => ConnectAsync(Foreign));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory]
    [InlineData("/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("/api/validate")]
    public async Task Post_FromAPageOfAnotherOrigin_IsRefusedDespiteTheSignIn(string path)
    {
        using var client = _proxy.CreateClient(signsIn: true);

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(client, HttpMethod.Post, path, _proxy.Address.GetLeftPart(UriPartial.Authority))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(client, HttpMethod.Post, path, Foreign)).Status);
        // The same name without TLS is another origin: its page could have been replaced on the network.
        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(client, HttpMethod.Post, path, $"http://{_proxy.Address.Authority}")).Status);
    }

    [Fact]
    public async Task Post_LargeBody_Is413()
    {
        using var client = _proxy.CreateClient(signsIn: true);
        using var body = new ByteArrayContent(new byte[7 * 1024 * 1024]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await client.PostAsync("/api/validate", body)).StatusCode);
    }

    [Fact]
    public async Task Ask_WithoutTls_IsSentToTheSameAddressWithIt()
    {
        using var client = _proxy.CreateClient(signsIn: false);

        var answer = await client.GetAsync(new Uri(_proxy.PlainAddress, "/preview/live_grid?symbol=TSLA"));

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(new Uri(_proxy.Address, "/preview/live_grid?symbol=TSLA"), answer.Headers.Location);
    }

    [Fact]
    public async Task Ask_ForAnotherName_EndsBeforeACertificateIsShown()
    {
        using var client = _proxy.CreateClient(signsIn: true);

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync($"https://127.0.0.1:{_proxy.Address.Port}/"));
        Assert.Equal(HttpRequestError.SecureConnectionError, refused.HttpRequestError);
    }

    [Fact]
    public async Task Open_StudioWithSignIn_IsLiveOverAWebSocket()
    {
        await using var context = await _browser.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = _proxy.Address.ToString(),
            HttpCredentials = new HttpCredentials { Username = SecureProxy.User, Password = SecureProxy.Password },
            IgnoreHTTPSErrors = true,
        });
        var page = await context.NewPageAsync();
        List<string> sockets = [];
        page.WebSocket += (_, socket) => sockets.Add(socket.Url);

        await page.GotoAsync("/preview/live_grid?symbol=MSFT");
        var studio = new StudioPageObject(page);
        await Assertions.Expect(studio.Grid).ToHaveAttributeAsync("data-feed-state", "live");
        _proxy.Host.Ticks.Publish("MSFT", 351.5);

        await Assertions.Expect(studio.Cell("MSFT", "price")).ToContainTextAsync("351.5");
        Assert.StartsWith($"wss://{_proxy.Address.Authority}/_blazor", Assert.Single(sockets), StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string? AllowedOrigin)> AskAsync(HttpClient client, HttpMethod method, string path, string origin)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Origin", origin);
        if (method == HttpMethod.Options)
        {
            request.Headers.Add("Access-Control-Request-Method", "GET");
        }
        else if (method == HttpMethod.Post)
        {
            request.Content = new StringContent("{}");
        }

        var answer = await client.SendAsync(request);
        return (answer.StatusCode, answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? Assert.Single(allowed) : null);
    }

    private Task<SocketClient> ConnectAsync(string origin) =>
        SocketClient.ConnectAsync(_proxy.Address, origin, (_, certificate, _, _) => _proxy.IsOurs(certificate));
}
