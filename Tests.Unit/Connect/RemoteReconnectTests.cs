using LiveGridStudio.App.Connect;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Widgets;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.AspNetCore.Http;
using static LiveGridStudio.Tests.Unit.Support.RemoteSetup;

namespace LiveGridStudio.Tests.Unit.Connect;

/// <summary>What a feed does when its socket goes, with a real one and in virtual time.</summary>
public sealed class RemoteReconnectTests : IAsyncLifetime
{
    private const string LiveGrid =
        """
        {"type": "live_grid", "endpoint": "rows", "wsEndpoint": "odd_ws", "params": [{"paramName": "symbol"}],
         "data": {"wsRowIdColumn": "id",
                  "table": {"columnsDefs": [{"field": "id", "headerName": "Id"}, {"field": "x", "headerName": "X"}]}}}
        """;

    private static readonly JsObject Parameters = JsObject.Create(("symbol", "A"));
    private readonly RemoteSetup _setup = new();
    private OddBackend _backend = null!;

    public async ValueTask InitializeAsync()
    {
        _backend = await OddBackend.StartAsync();
        _backend.Answer("/rows", """[{"id": "a", "x": 1}]""");
    }

    public async ValueTask DisposeAsync()
    {
        _setup.Dispose();
        await _backend.DisposeAsync();
    }

    [Fact]
    public async Task Socket_Dropped_IsDialledAgainAndTheSubscriptionIsRenewed()
    {
        await using var sut = await OpenAsync();
        var first = await _backend.NextSocketAsync();

        first.Drop();
        await UntilAsync(sut, () => sut.RetryAt is not null);
        Assert.Equal(FeedState.Reconnecting, sut.State);
        Assert.Equal("the connection to the backend broke off", sut.Reason);
        Assert.Equal(TestBook.Start.AddSeconds(1), sut.RetryAt);
        Assert.False(sut.NeedsSnapshot);

        await _setup.RetryAsync(sut);
        Assert.Equal((FeedState.Live, null, null), (sut.State, sut.Reason, sut.RetryAt));
        Assert.True(sut.NeedsSnapshot);
        Assert.Equal(1, sut.Counters.Reconnects);
        Assert.Equal("""{"type":"params","params":{"symbol":"A"}}""", await (await _backend.NextSocketAsync()).ReceiveAsync());

        await sut.ReopenAsync(CancellationToken.None);
        Assert.False(sut.NeedsSnapshot);
        Assert.Equal("?symbol=A", _backend.Requests.Last().Query);
    }

    [Theory]
    [InlineData(1013, "too many clients", "the backend closed the socket with 1013 (try again later): too many clients")]
    [InlineData(1000, null, "the backend closed the socket with 1000 (normal end)")]
    [InlineData(4001, "own code", "the backend closed the socket with 4001: own code")]
    public async Task Socket_ClosedByTheBackend_SaysCodeAndReason(int code, string? text, string reason)
    {
        await using var sut = await OpenAsync();
        var socket = await _backend.NextSocketAsync();

        await socket.CloseAsync(code, text);
        await UntilAsync(sut, () => sut.RetryAt is not null);

        Assert.Equal((FeedState.Reconnecting, reason), (sut.State, sut.Reason));
        await socket.Ended;
    }

    [Fact]
    public async Task Backend_Away_IsDialledWithGrowingDelaysUntilItIsBack()
    {
        await using var sut = await OpenAsync();
        var port = _backend.Address.Port;
        await _backend.DisposeAsync();

        foreach (var seconds in (int[])[1, 2, 4, 8, 16, 30, 30])
        {
            await UntilAsync(sut, () => sut.RetryAt is not null);
            Assert.Equal(TimeSpan.FromSeconds(seconds), sut.RetryAt - _setup.Clock.GetUtcNow());
            await _setup.RetryAsync(sut);
            Assert.Equal(FeedState.Reconnecting, sut.State);
            Assert.EndsWith("connection refused: nothing listens there", sut.Reason, StringComparison.Ordinal);
        }

        _backend = await OddBackend.StartAsync(port);
        await _setup.RetryAsync(sut);
        Assert.Equal((FeedState.Live, 1), (sut.State, sut.Counters.Reconnects));
    }

    [Fact]
    public async Task Socket_LostAgainAtOnce_WaitsLongerThanOneThatLived()
    {
        await using var sut = await OpenAsync();
        (await _backend.NextSocketAsync()).Drop();
        await UntilAsync(sut, () => sut.RetryAt is not null);
        await _setup.RetryAsync(sut);

        (await _backend.NextSocketAsync()).Drop();
        await UntilAsync(sut, () => sut.RetryAt is not null);
        Assert.Equal(TimeSpan.FromSeconds(2), sut.RetryAt - _setup.Clock.GetUtcNow());
        await _setup.RetryAsync(sut);

        _setup.Clock.Advance(TimeSpan.FromSeconds(30));
        (await _backend.NextSocketAsync()).Drop();
        await UntilAsync(sut, () => sut.RetryAt is not null);
        Assert.Equal(TimeSpan.FromSeconds(1), sut.RetryAt - _setup.Clock.GetUtcNow());
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task Handshake_RefusedForNow_IsTriedAgainAndAsksForRowsOnceItIsOpen(int status)
    {
        _backend.SocketStatus = status;
        await using var sut = await OpenAsync();
        Assert.Equal(FeedState.Reconnecting, sut.State);
        Assert.Contains($"answered {status}", sut.Reason, StringComparison.Ordinal);

        _backend.SocketStatus = null;
        await _setup.RetryAsync(sut);

        Assert.Equal((FeedState.Live, true, 0), (sut.State, sut.NeedsSnapshot, sut.Counters.Reconnects));
    }

    [Fact]
    public async Task Handshake_404AfterItWasLive_IsTriedAgain()
    {
        await using var sut = await OpenAsync();
        _backend.SocketStatus = 404;
        (await _backend.NextSocketAsync()).Drop();
        await UntilAsync(sut, () => sut.RetryAt is not null);

        await _setup.RetryAsync(sut);

        Assert.Equal(FeedState.Reconnecting, sut.State);
        Assert.Contains("answered 404", sut.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_WhileWaitingForTheNextTry_DialsAtOnce()
    {
        await using var sut = await OpenAsync();
        (await _backend.NextSocketAsync()).Drop();
        await UntilAsync(sut, () => sut.RetryAt is not null);

        await sut.OpenAsync(JsObject.Create(("symbol", "B")), CancellationToken.None);

        Assert.Equal((FeedState.Live, false), (sut.State, sut.NeedsSnapshot));
        Assert.Contains("\"B\"", await (await _backend.NextSocketAsync()).ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReopenAsync_NoRows_GivesTheSocketUpAndTriesBothAgain()
    {
        await using var sut = await OpenAsync();
        (await _backend.NextSocketAsync()).Drop();
        await UntilAsync(sut, () => sut.RetryAt is not null);
        await _setup.RetryAsync(sut);
        var second = await _backend.NextSocketAsync();
        _backend.Answer("/rows", "", StatusCodes.Status500InternalServerError);

        await Assert.ThrowsAsync<FeedException>(() => sut.ReopenAsync(CancellationToken.None));
        await UntilAsync(sut, () => sut.RetryAt is not null);

        await second.Ended;
        Assert.Contains("/rows?symbol=A answered 500", sut.Reason, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(2), sut.RetryAt - _setup.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Handshake_ThatTakesLong_DoesNotKeepTheRowsWaiting()
    {
        using var silent = new SilentListener();
        await using var sut = _setup.Feed(
            _backend.Address, LiveGrid.Replace("odd_ws", $"ws://127.0.0.1:{silent.Port}/ws", StringComparison.Ordinal));

        var opening = sut.OpenAsync(Parameters, CancellationToken.None);
        await silent.Accepted;
        _setup.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Single((await opening).List);
        Assert.Equal(FeedState.Connecting, sut.State);

        _setup.Clock.Advance(TimeSpan.FromSeconds(8));
        await UntilAsync(sut, () => sut.RetryAt is not null);
        Assert.EndsWith("no answer within 10 seconds", sut.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DisposeAsync_WhileDiallingOrWaiting_LeavesNothingRunning()
    {
        using var silent = new SilentListener();
        var dialling = _setup.Feed(
            _backend.Address, LiveGrid.Replace("odd_ws", $"ws://127.0.0.1:{silent.Port}/ws", StringComparison.Ordinal));
        using var stop = new CancellationTokenSource();
        var opening = dialling.OpenAsync(Parameters, stop.Token);
        await silent.Accepted;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
        await dialling.DisposeAsync();

        var waiting = await OpenAsync();
        var socket = await _backend.NextSocketAsync();
        socket.Drop();
        await UntilAsync(waiting, () => waiting.RetryAt is not null);
        await waiting.DisposeAsync();
        _setup.Clock.Advance(TimeSpan.FromMinutes(1));
        await socket.Ended;

        Assert.Equal(0, _backend.OpenSockets);
    }

    [Fact]
    public async Task Session_OverALostSocket_ShowsTheNewRowsAndGoesOn()
    {
        var feed = _setup.Feed(_backend.Address, LiveGrid);
        var model = new GridModel(WidgetDefinition.Read("w", JsJson.Parse(LiveGrid)), new GridModelOptions());
        var changes = new SemaphoreSlim(0);
        await using var session = new GridSession(model, feed, new GridSessionOptions(), TimeProvider.System, action =>
        {
            lock (model)
            {
                action();
            }

            return Task.CompletedTask;
        });
        session.Changed += () => changes.Release();
        await session.OpenAsync(Parameters);
        Assert.Equal(1, X());

        _backend.Answer("/rows", """[{"id": "a", "x": 2}]""");
        (await _backend.NextSocketAsync()).Drop();
        await ChangedAsync(() => session.RetryAt is not null);
        Assert.Equal((FeedState.Reconnecting, 1), (session.State, X()));
        _setup.Clock.Advance(TimeSpan.FromSeconds(1));
        await ChangedAsync(() => X() == 2);

        await (await _backend.NextSocketAsync()).SendAsync("""{"id": "a", "x": 3}""");
        await ChangedAsync(() => X() == 3);
        Assert.Equal((FeedState.Live, null), (session.State, session.Problem));

        double X()
        {
            lock (model)
            {
                return model.TryGetRow("a", out var row) ? row["x"].Number : double.NaN;
            }
        }

        async Task ChangedAsync(Func<bool> condition)
        {
            while (!condition())
            {
                Assert.True(await changes.WaitAsync(TimeSpan.FromSeconds(20)), "nothing changed");
            }
        }
    }

    [Fact]
    public async Task Losses_OfEveryKind_LeaveNoExceptionUnobserved()
    {
        var unobserved = new List<string>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs args)
        {
            lock (unobserved)
            {
                unobserved.Add(args.Exception.ToString());
            }
        }

        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await LoseInEveryWayAsync();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        lock (unobserved)
        {
            Assert.DoesNotContain(unobserved, static text => text.Contains("App.Connect", StringComparison.Ordinal));
        }
    }

    private async Task LoseInEveryWayAsync()
    {
        await using (var feed = await OpenAsync())
        {
            (await _backend.NextSocketAsync()).Drop();
            await UntilAsync(feed, () => feed.RetryAt is not null);
            _backend.Answer("/rows", "no JSON");
            await _setup.RetryAsync(feed);
            await Assert.ThrowsAsync<FeedException>(() => feed.ReopenAsync(CancellationToken.None));
            await UntilAsync(feed, () => feed.RetryAt is not null);
            await Assert.ThrowsAsync<FeedException>(() => feed.OpenAsync(JsObject.Empty, CancellationToken.None));
        }

        _backend.SocketStatus = 404;
        _backend.Answer("/rows", "[]");
        await using var refused = await OpenAsync();
        await _backend.DisposeAsync();
        await Assert.ThrowsAsync<FeedException>(() => refused.OpenAsync(Parameters, CancellationToken.None));
    }

    private async Task<RemoteWidgetFeed> OpenAsync()
    {
        var feed = _setup.Feed(_backend.Address, LiveGrid);
        await feed.OpenAsync(Parameters, CancellationToken.None);
        return feed;
    }
}
