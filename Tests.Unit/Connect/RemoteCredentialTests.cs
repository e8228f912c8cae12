using LiveGridStudio.App.Connect;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.AspNetCore.Http;
using static LiveGridStudio.Tests.Unit.Support.RemoteSetup;

namespace LiveGridStudio.Tests.Unit.Connect;

/// <summary>Credentials reach the backend, nobody else, and no text.</summary>
public sealed class RemoteCredentialTests : IAsyncLifetime
{
    private const string HeaderSecret = "h3ader-s3cret";
    private const string QuerySecret = "qu&ry s3cret";
    private const string LiveGrid =
        """{"type": "live_grid", "endpoint": "odd_rows", "wsEndpoint": "odd_ws?v=1", "params": [{"paramName": "symbol"}]}""";

    private static readonly BackendCredential[] Credentials = [Header("X-Key", HeaderSecret), Query("token", QuerySecret)];
    private readonly RemoteSetup _setup = new();
    private OddBackend _backend = null!;

    public async ValueTask InitializeAsync() => _backend = await OddBackend.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _setup.Dispose();
        await _backend.DisposeAsync();
    }

    [Fact]
    public async Task Credentials_OfTheBackend_GoWithEveryRequestAndTheHandshake()
    {
        _backend.DemandedHeader = ("X-Key", HeaderSecret);
        var connection = await _setup.ConnectAsync(_backend.Address, Credentials);
        await using var feed = _setup.Feed(_backend.Address, LiveGrid, null, Credentials);

        await feed.OpenAsync(JsObject.Create(("symbol", "A")), CancellationToken.None);

        Assert.Equal(FeedState.Live, feed.State);
        Assert.Equal(
            [
                "/widgets.json?token=qu%26ry%20s3cret",
                "/apps.json?token=qu%26ry%20s3cret",
                "/odd_ws?v=1&token=qu%26ry%20s3cret",
                "/odd_rows?symbol=A&token=qu%26ry%20s3cret",
            ],
            _backend.Requests
                .Where(static request => request.Method == "GET")
                .Select(static request => request.Path + request.Query));
        Assert.All(
            _backend.Requests.Where(static request => request.Method == "GET"),
            static request => Assert.Equal(HeaderSecret, request.Headers["X-Key"]));
        Assert.Equal(_backend.Address, connection.Address);
        Assert.Equal("/widgets.json", connection.Widgets.Address.PathAndQuery);
    }

    [Fact]
    public async Task Credentials_OtherOrigin_GetsNone()
    {
        await using var other = await OddBackend.StartAsync();
        await using var feed = _setup.Feed(
            _backend.Address,
            $$"""{"type": "live_grid", "endpoint": "{{other.Address}}odd_rows", "wsEndpoint": "{{other.Address}}odd_ws"}""",
            null,
            Credentials);

        await feed.OpenAsync(JsObject.Empty, CancellationToken.None);

        Assert.Equal(FeedState.Live, feed.State);
        Assert.Equal(2, other.Requests.Count);
        Assert.All(other.Requests, AssertClean);
    }

    [Fact]
    public async Task Credentials_RedirectToAnotherOrigin_AreDroppedEvenIfItRepeatsThem()
    {
        await using var other = await OddBackend.StartAsync();
        _backend.Answer("/widgets.json", context =>
        {
            context.Response.Redirect($"{other.Address}widgets.json{context.Request.QueryString}&kept=1");
            return Task.CompletedTask;
        });

        var connection = await _setup.ConnectAsync(_backend.Address, Credentials);

        var request = Assert.Single(other.Requests);
        AssertClean(request);
        Assert.Equal("?kept=1", request.Query);
        Assert.Equal($"{other.Address}widgets.json?kept=1", connection.Widgets.Address.ToString());
    }

    [Fact]
    public async Task Credentials_RedirectWithinTheBackend_GoAlongOnce()
    {
        _backend.Answer("/widgets.json", context =>
        {
            context.Response.Redirect($"/v2/widgets.json{context.Request.QueryString}");
            return Task.CompletedTask;
        });
        _backend.Answer("/v2/widgets.json", "{}");

        await _setup.ConnectAsync(_backend.Address, Credentials);

        var request = Assert.Single(_backend.Requests, static request => request.Path == "/v2/widgets.json");
        Assert.Equal(("?token=qu%26ry%20s3cret", HeaderSecret), (request.Query, request.Headers["X-Key"]));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(500)]
    public async Task Credentials_RepeatedByTheBackend_AreHidden(int status)
    {
        _backend.Answer("/widgets.json", $$"""{"detail": "wrong key {{HeaderSecret}} or {{QuerySecret}}"}""", status);

        var exception = await Assert.ThrowsAsync<BadStatusException>(() => _setup.ConnectAsync(_backend.Address, Credentials));

        Assert.EndsWith("wrong key *** or ***", exception.Message, StringComparison.Ordinal);
        AssertHidden(exception.ToString());
    }

    [Fact]
    public async Task Credentials_TokenWithoutItsScheme_IsHiddenToo()
    {
        _backend.Answer("/widgets.json", $$"""{"detail": "{{new string('x', 280)}} unknown token {{HeaderSecret}}"}""", 401);

        var exception = await Assert.ThrowsAsync<BadStatusException>(
            () => _setup.ConnectAsync(_backend.Address, Header("Authorization", $"Bearer {HeaderSecret}")));

        Assert.DoesNotContain("h3a", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_WhateverGoesWrong_AreInNoText()
    {
        var texts = new List<string>(Credentials.Select(static credential => credential.ToString()));
        _backend.Answer("/widgets.json", $"{{\"{HeaderSecret}\": {QuerySecret}");
        await CollectAsync(_backend.Address, texts);
        _backend.Answer("/widgets.json", new string(' ', GuardedHttp.MaxDocumentBytes + 1));
        await CollectAsync(_backend.Address, texts);
        _backend.Redirect("/widgets.json", $"http://10.0.0.1/?token={Uri.EscapeDataString(QuerySecret)}");
        await CollectAsync(_backend.Address, texts);
        _backend.Redirect("/widgets.json", "/widgets.json");
        await CollectAsync(_backend.Address, texts);
        await CollectAsync(new Uri($"https://127.0.0.1:{_backend.Address.Port}"), texts);
        _backend.Answer("/widgets.json", "{}");
        _backend.Answer("/apps.json", QuerySecret);
        _backend.AllowOrigin = $"https://{HeaderSecret}";
        var connection = await _setup.ConnectAsync(_backend.Address, Credentials);
        texts.AddRange([.. connection.Problems, connection.Cors.Problem!, connection.ToString()!]);

        await using var feed = _setup.Feed(_backend.Address, LiveGrid, null, Credentials);
        await feed.OpenAsync(JsObject.Empty, CancellationToken.None);
        await (await _backend.NextSocketAsync()).CloseAsync(1008, $"no {HeaderSecret}");
        await UntilAsync(feed, () => feed.RetryAt is not null);
        texts.Add(feed.Reason!);
        _backend.SocketStatus = StatusCodes.Status401Unauthorized;
        await _setup.RetryAsync(feed);
        texts.Add(feed.Reason!);
        await _backend.DisposeAsync();
        await _setup.RetryAsync(feed);
        texts.AddRange([feed.Reason!, feed.ToString()!, feed.Counters.ToString()]);
        await CollectAsync(_backend.Address, texts);

        Assert.True(texts.Count > 10);
        Assert.NotEmpty(_setup.Log.Messages);
        Assert.All([.. texts, .. _setup.Log.Messages], AssertHidden);
    }

    private async Task CollectAsync(Uri address, List<string> texts) => texts.Add(
        (await Assert.ThrowsAnyAsync<ConnectException>(() => _setup.ConnectAsync(address, Credentials))).ToString());

    private static void AssertClean(OddRequest request)
    {
        Assert.False(request.Headers.ContainsKey("X-Key"));
        Assert.DoesNotContain("token", request.Query, StringComparison.Ordinal);
    }

    private static void AssertHidden(string text)
    {
        Assert.DoesNotContain("s3cret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("qu%26ry", text, StringComparison.Ordinal);
    }
}
