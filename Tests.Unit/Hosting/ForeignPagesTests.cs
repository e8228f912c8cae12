using System.Net;
using System.Net.WebSockets;
using LiveGridStudio.App.Studio.Circuits;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LiveGridStudio.Tests.Unit.Hosting;

/// <summary>The answers to a page of another origin, from the circuit and from <c>/api</c>. One host for all.</summary>
public sealed class ForeignPagesTests(ForeignPagesTests.OneHost hosts) : IClassFixture<ForeignPagesTests.OneHost>
{
    private const string Negotiate = "/_blazor/negotiate?negotiateVersion=1";

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1")]
    [InlineData("Origin", "https://127.0.0.1:{port}")]
    [InlineData("Origin", "http://localhost:{port}")]
    [InlineData("Origin", "http://127.0.0.1:{port}.evil.example")]
    [InlineData("Origin", "https://pro.openbb.co")]
    [InlineData("Origin", "")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Send_ByAnotherPage_Is403BeforeAnythingIsRead(string header, string value)
    {
        foreach (var (method, path) in new[]
        {
            (HttpMethod.Post, Negotiate), (HttpMethod.Get, "/_blazor/initializers"), (HttpMethod.Post, "/_blazor/disconnect"),
            (HttpMethod.Options, Negotiate), (HttpMethod.Post, "/api/preview"), (HttpMethod.Post, "/API/validate"), (HttpMethod.Get, "/api/nothing"),
        })
        {
            var answer = await SendAsync(hosts.Plain, method, path, (header, value));

            Assert.Equal((path, HttpStatusCode.Forbidden), (path, answer.StatusCode));
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            Assert.Contains("own pages", JsonText.Parse(await answer.Content.ReadAsStringAsync())["detail"].Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("Origin", "http://127.0.0.1:{port}")]
    [InlineData("Origin", "HTTP://127.0.0.1:{port}/")]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    public async Task Send_ByAnOwnPageOrAProgram_IsAnswered(string? header, string? value)
    {
        (string, string)[] headers = header is null ? [] : [(header, value!)];

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(hosts.Plain, HttpMethod.Post, Negotiate, headers)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(hosts.Plain, HttpMethod.Get, "/_blazor/initializers", headers)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(hosts.Plain, HttpMethod.Post, "/api/validate", headers)).StatusCode);
    }

    [Fact]
    public async Task Send_BySameSite_ReachesApiButNotTheCircuit()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(hosts.Plain, HttpMethod.Post, Negotiate, ("Sec-Fetch-Site", "same-site"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(hosts.Plain, HttpMethod.Post, "/api/validate", ("Sec-Fetch-Site", "same-site"))).StatusCode);
    }

    [Fact]
    public async Task Send_ToTheContract_IsLeftToCors()
    {
        var answer = await SendAsync(hosts.Plain, HttpMethod.Get, "/widgets.json", ("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Negotiate_FiveHundredTimesByAnotherPage_StartsNothing()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(
            _ => SendAsync(hosts.Plain, HttpMethod.Post, Negotiate, ("Origin", "https://evil.example"))));

        Assert.All(answers, static answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
        Assert.Equal(0, hosts.Plain.Services.GetRequiredService<CircuitSeats>().Taken);
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://127.0.0.1:{port}", HttpStatusCode.SwitchingProtocols)]
    [InlineData(null, HttpStatusCode.SwitchingProtocols)]
    public async Task Upgrade_OfTheCircuit_IsForOwnPagesAlone(string? origin, HttpStatusCode expected)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", Fill(hosts.Plain, origin));
        }

        var connecting = socket.ConnectAsync(new UriBuilder(hosts.Plain.Address) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
        if (expected == HttpStatusCode.Forbidden)
        {
            await Assert.ThrowsAsync<WebSocketException>(() => connecting);
        }
        else
        {
            await connecting;
        }

        Assert.Equal(expected, socket.HttpStatusCode);
    }

    [Fact]
    public async Task Send_ThroughTrustedProxyWithTls_HasTheOuterScheme()
    {
        (string, string)[] outer = [("Origin", "https://127.0.0.1:{port}"), ("X-Forwarded-Proto", "https")];

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(hosts.Proxied, HttpMethod.Post, Negotiate, outer)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(hosts.Proxied, HttpMethod.Post, Negotiate, outer[..1])).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(hosts.Plain, HttpMethod.Post, Negotiate, outer)).StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await SendAsync(hosts.Proxied, HttpMethod.Post, Negotiate, [.. outer, ("X-Forwarded-Host", "evil.example"), ("Origin", "https://evil.example")])).StatusCode);
        using var rows = await SocketClient.ConnectAsync(
            hosts.Proxied.Address, Fill(hosts.Proxied, "https://127.0.0.1:{port}"), ("X-Forwarded-Proto", "https"));
    }

    [Fact]
    public async Task Start_WithProxies_CountsAsReachedByOthers()
    {
        _ = hosts.Proxied.Address;

        Assert.False(hosts.Proxied.Services.GetRequiredService<App.Hosting.ListenScope>().IsLoopbackOnly);
        Assert.True(hosts.Plain.Services.GetRequiredService<App.Hosting.ListenScope>().IsLoopbackOnly);
    }

    private static string Fill(StudioFactory host, string value) =>
        value.Replace("{port}", $"{host.Address.Port}", StringComparison.Ordinal);

    private static async Task<HttpResponseMessage> SendAsync(
        StudioFactory host, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(method, path);
        if (method == HttpMethod.Post)
        {
            request.Content = new StringContent("{}");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, Fill(host, value));
        }

        return await client.SendAsync(request);
    }

    public sealed class OneHost : IAsyncDisposable
    {
        internal StudioFactory Plain { get; } = new();

        internal StudioFactory Proxied { get; } = new(("Proxy:Trusted:0", "127.0.0.0/8"));

        public async ValueTask DisposeAsync()
        {
            await Plain.DisposeAsync();
            await Proxied.DisposeAsync();
        }
    }
}
