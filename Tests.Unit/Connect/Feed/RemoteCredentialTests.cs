using System.Diagnostics.CodeAnalysis;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.AspNetCore.Http;
using static LiveGridStudio.Tests.Unit.Support.RemoteSetup;

namespace LiveGridStudio.Tests.Unit.Connect.Feed;

/// <summary>Credentials reach only their backend, and no text contains them.</summary>
public sealed class RemoteCredentialTests : RemoteTest
{
    private const string HeaderSecret = "h3ader-s3cret";
    private const string QuerySecret = "qu&ry s3cret";
    private const string GridWithQuery =
        """{"type": "live_grid", "endpoint": "odd_rows", "wsEndpoint": "odd_ws?v=1", "params": [{"paramName": "symbol"}]}""";

    private static readonly BackendCredential[] Credentials = [Header("X-Key", HeaderSecret), Query("token", QuerySecret)];

    [Fact]
    public async Task Credentials_OfTheBackend_GoWithEveryRequestAndThoseOfTheQueryWithTheHandshake()
    {
        var connection = await Setup.ConnectAsync(Backend.Address, Credentials);
        await using var feed = Setup.Feed(Backend.Address, GridWithQuery, Credentials);

        await feed.OpenAsync(JsObject.Create(("symbol", "A")), CancellationToken.None);

        Assert.Equal(FeedState.Live, feed.Status.State);
        Assert.Equal(
            [
                "/widgets.json?token=qu%26ry%20s3cret",
                "/apps.json?token=qu%26ry%20s3cret",
                "/odd_ws?v=1&token=qu%26ry%20s3cret",
                "/odd_rows?symbol=A&token=qu%26ry%20s3cret",
            ],
            Backend.Requests
                .Where(static request => request.Method == "GET")
                .Select(static request => request.Path + request.Query));
        Assert.All(
            Backend.Requests.Where(static request => request.Method == "GET"),
            static request => Assert.Equal(request.Path == "/odd_ws" ? null : HeaderSecret, request.Headers.GetValueOrDefault("X-Key")));
        Assert.Equal(Backend.Address, connection.Address);
        Assert.Equal("/widgets.json", connection.Widgets.Address.PathAndQuery);
    }

    [Fact]
    public async Task Credentials_SocketThatDemandsAHeader_IsRefusedAsInABrowser()
    {
        Backend.DemandedHeader = ("X-Key", HeaderSecret);
        await using var feed = Setup.Feed(Backend.Address, GridWithQuery, Credentials);

        await feed.OpenAsync(JsObject.Create(("symbol", "A")), CancellationToken.None);

        Assert.Equal(FeedState.Failed, feed.Status.State);
        Assert.EndsWith(
            "answered 401 Unauthorized: a browser sends no headers of its own with a WebSocket, so x-key was not sent", feed.Status.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_OtherOrigin_GetsNone()
    {
        await using var other = await FaultyBackend.StartAsync();
        await using var feed = Setup.Feed(
            Backend.Address,
            $$"""{"type": "live_grid", "endpoint": "{{other.Address}}odd_rows", "wsEndpoint": "{{other.Address}}odd_ws"}""",
            Credentials);

        await feed.OpenAsync(JsObject.Empty, CancellationToken.None);

        Assert.Equal(FeedState.Live, feed.Status.State);
        Assert.Equal(2, other.Requests.Count);
        Assert.All(other.Requests, AssertClean);
    }

    [Fact]
    public async Task Credentials_RedirectToAnotherOrigin_AreDroppedEvenIfItRepeatsThem()
    {
        await using var other = await FaultyBackend.StartAsync();
        Backend.Answer("/widgets.json", context =>
        {
            context.Response.Redirect($"{other.Address}widgets.json{context.Request.QueryString}&kept=1");
            return Task.CompletedTask;
        });

        var connection = await Setup.ConnectAsync(Backend.Address, Credentials);

        var request = Assert.Single(other.Requests);
        AssertClean(request);
        Assert.Equal("?kept=1", request.Query);
        Assert.Equal($"{other.Address}widgets.json?kept=1", connection.Widgets.Address.ToString());
    }

    [Fact]
    public async Task Credentials_RedirectWithinTheBackend_GoAlongOnce()
    {
        Backend.Answer("/widgets.json", context =>
        {
            context.Response.Redirect($"/v2/widgets.json{context.Request.QueryString}");
            return Task.CompletedTask;
        });
        Backend.Answer("/v2/widgets.json", "{}");

        await Setup.ConnectAsync(Backend.Address, Credentials);

        var request = Assert.Single(Backend.Requests, static request => request.Path == "/v2/widgets.json");
        Assert.Equal(("?token=qu%26ry%20s3cret", HeaderSecret), (request.Query, request.Headers["X-Key"]));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(500)]
    public async Task Credentials_RepeatedByTheBackend_AreHidden(int status)
    {
        Backend.Answer("/widgets.json", $$"""{"detail": "wrong key {{HeaderSecret}} or {{QuerySecret}}"}""", status);

        var exception = await Assert.ThrowsAsync<BadStatusException>(() => Setup.ConnectAsync(Backend.Address, Credentials));

        Assert.EndsWith("wrong key *** or ***", exception.Message, StringComparison.Ordinal);
        AssertHidden(exception.ToString());
    }

    [Fact]
    public async Task Credentials_TokenWithoutItsScheme_IsHiddenToo()
    {
        Backend.Answer("/widgets.json", $$"""{"detail": "{{new string('x', 280)}} unknown token {{HeaderSecret}}"}""", 401);

        var exception = await Assert.ThrowsAsync<BadStatusException>(
            () => Setup.ConnectAsync(Backend.Address, Header("Authorization", $"Bearer {HeaderSecret}")));

        Assert.DoesNotContain("h3a", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    [SuppressMessage("Design", "MA0150", Justification = "A line of a log would show just that.")]
    public async Task Credentials_WhateverGoesWrong_AreInNoText()
    {
        var texts = new List<string>(Credentials.Select(static credential => credential.ToString()));
        Backend.Answer("/widgets.json", $"{{\"{HeaderSecret}\": {QuerySecret}");
        await CollectAsync(Backend.Address, texts);
        Backend.Answer("/widgets.json", new string(' ', GuardedHttp.MaxDocumentBytes + 1));
        await CollectAsync(Backend.Address, texts);
        Backend.Redirect("/widgets.json", $"http://10.0.0.1/?token={Uri.EscapeDataString(QuerySecret)}");
        await CollectAsync(Backend.Address, texts);
        Backend.Redirect("/widgets.json", "/widgets.json");
        await CollectAsync(Backend.Address, texts);
        await CollectAsync(new Uri($"https://127.0.0.1:{Backend.Address.Port}"), texts);
        Backend.Answer("/widgets.json", "{}");
        Backend.Answer("/apps.json", QuerySecret);
        Backend.AllowOrigin = $"https://{HeaderSecret}";
        var connection = await Setup.ConnectAsync(Backend.Address, Credentials);
        texts.AddRange([.. connection.Problems, connection.Cors.Problem!, connection.ToString()!]);

        await using var feed = Setup.Feed(Backend.Address, GridWithQuery, Credentials);
        await feed.OpenAsync(JsObject.Empty, CancellationToken.None);
        await (await Backend.NextSocketAsync()).CloseAsync(1008, $"no {HeaderSecret}");
        await UntilAsync(feed, () => feed.Status.RetryAt is not null);
        texts.Add(feed.Status.Reason!);
        Backend.SocketStatus = StatusCodes.Status401Unauthorized;
        await Setup.RetryAsync(feed);
        texts.Add(feed.Status.Reason!);
        await Backend.DisposeAsync();
        await Setup.RetryAsync(feed);
        texts.AddRange([feed.Status.Reason!, feed.ToString()!, feed.Status.Counters.ToString()]);
        await CollectAsync(Backend.Address, texts);

        Assert.True(texts.Count > 10);
        Assert.NotEmpty(Setup.Log.Messages);
        Assert.All([.. texts, .. Setup.Log.Messages], AssertHidden);
    }

    private async Task CollectAsync(Uri address, List<string> texts) => texts.Add(
        (await Assert.ThrowsAnyAsync<ConnectException>(() => Setup.ConnectAsync(address, Credentials))).ToString());

    private static void AssertClean(FaultyRequest request)
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
