using System.Net.WebSockets;
using System.Text;
using LiveGridStudio.App.Connect;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.AspNetCore.Http;
using static LiveGridStudio.Tests.Unit.Support.RemoteSetup;

namespace LiveGridStudio.Tests.Unit.Connect;

public sealed class RemoteWidgetFeedTests : IAsyncLifetime
{
    private const string LiveGrid =
        """
        {"name": "n", "description": "", "type": "live_grid", "endpoint": "odd_rows", "wsEndpoint": "odd_ws",
         "params": [{"paramName": "symbol"}, {"paramName": "books"}], "data": {"wsRowIdColumn": "book"}}
        """;

    private const string WithoutParams = """{"type": "live_grid", "endpoint": "/odd_rows", "wsEndpoint": "/odd_ws"}""";
    private readonly RemoteSetup _setup = new(new ConnectOptions { MaxFrameBytes = 100_000 });
    private OddBackend _backend = null!;

    public async ValueTask InitializeAsync() => _backend = await OddBackend.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _setup.Dispose();
        await _backend.DisposeAsync();
    }

    [Fact]
    public async Task OpenAsync_Parameters_AreSentOverTheSocketFirstAndInTheQuery()
    {
        await using var sut = _setup.Feed(_backend.Address, LiveGrid);
        Assert.Equal(FeedState.Connecting, sut.State);

        var rows = await sut.OpenAsync(
            JsObject.Create(
                ("symbol", JsValue.FromList("TSLA", "A&B")),
                ("books", JsValue.FromList()),
                ("n", 0),
                ("no", ""),
                ("off", JsValue.False)),
            CancellationToken.None);

        Assert.Equal(4, rows.List.Count);
        Assert.Equal(FeedState.Live, sut.State);
        Assert.False(sut.NeedsSnapshot);
        var socket = await _backend.NextSocketAsync();
        Assert.Equal(
            """{"type":"params","params":{"symbol":["TSLA","A&B"],"books":[],"n":0,"no":"","off":false}}""",
            await socket.ReceiveAsync());
        Assert.Equal(
            ["/odd_ws", "/odd_rows?symbol=TSLA,A%26B&n=0&off=false"],
            _backend.Requests.Select(static request => request.Path + request.Query));
        Assert.All(_backend.Requests, static request => Assert.Equal("https://pro.openbb.co", request.Origin));
    }

    [Fact]
    public async Task Metrics_FeedsOpenAndClosed_CountThoseThatAreOpenByState()
    {
        var gone = _setup.Feed(_backend.Address, LiveGrid);
        await using var sut = _setup.Feed(_backend.Address, LiveGrid);
        Assert.Equal(2, _setup.Meters.Read(ConnectMetrics.Feeds, "connecting"));

        await gone.DisposeAsync();
        await sut.OpenAsync(JsObject.Empty, CancellationToken.None);

        Assert.Equal(0, _setup.Meters.Read(ConnectMetrics.Feeds, "connecting"));
        Assert.Equal(1, _setup.Meters.Read(ConnectMetrics.Feeds, "live"));
    }

    [Fact]
    public async Task OpenAsync_WidgetWithoutParams_SubscribesWithoutThem()
    {
        await using var sut = _setup.Feed(_backend.Address, WithoutParams);

        await sut.OpenAsync(JsObject.Empty, CancellationToken.None);

        Assert.Equal("""{"type":"params"}""", await (await _backend.NextSocketAsync()).ReceiveAsync());
    }

    [Fact]
    public async Task OpenAsync_AllEmptyAtFirst_OpensTheSocketAllTheSame()
    {
        await using var sut = _setup.Feed(_backend.Address, LiveGrid);

        await sut.OpenAsync(JsObject.Empty, CancellationToken.None);

        Assert.Equal(FeedState.Live, sut.State);
        Assert.Equal("""{"type":"params","params":{}}""", await (await _backend.NextSocketAsync()).ReceiveAsync());
    }

    [Fact]
    public async Task OpenAsync_OtherParameters_AreSentOverTheSameSocketAndSameOnesAreNot()
    {
        await using var sut = _setup.Feed(_backend.Address, LiveGrid);
        await sut.OpenAsync(Symbol("A"), CancellationToken.None);
        var socket = await _backend.NextSocketAsync();
        await socket.ReceiveAsync();

        await sut.OpenAsync(Symbol("A"), CancellationToken.None);
        await sut.OpenAsync(Symbol("B"), CancellationToken.None);

        Assert.Equal("""{"type":"params","params":{"symbol":"B"}}""", await socket.ReceiveAsync());
        Assert.Equal(0, socket.Waiting);
        Assert.Equal(1, _backend.OpenSockets);
        Assert.Equal(
            ["?symbol=A", "?symbol=A", "?symbol=B"],
            _backend.Requests.Where(static request => request.Path == "/odd_rows").Select(static request => request.Query));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"symbol": " ", "books": []}""")]
    [InlineData("""{"symbol": 0, "books": false, "more": null}""")]
    public async Task OpenAsync_ChangeThatLeavesAllEmpty_ClosesTheSocketAndTheNextValueOpensIt(string empty)
    {
        await using var sut = _setup.Feed(_backend.Address, LiveGrid);
        await sut.OpenAsync(Symbol("A"), CancellationToken.None);
        var socket = await _backend.NextSocketAsync();

        await sut.OpenAsync(JsJson.Parse(empty).Object, CancellationToken.None);

        await socket.Ended;
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
        Assert.Equal(FeedState.Snapshot, sut.State);
        Assert.Contains("empty", sut.Reason, StringComparison.Ordinal);

        // Reading the rows once more does not open it, a value does.
        await sut.OpenAsync(JsJson.Parse(empty).Object, CancellationToken.None);
        Assert.Equal(FeedState.Snapshot, sut.State);
        await sut.OpenAsync(Symbol("B"), CancellationToken.None);

        Assert.Equal((FeedState.Live, null), (sut.State, sut.Reason));
        Assert.Equal("""{"type":"params","params":{"symbol":"B"}}""", await (await _backend.NextSocketAsync()).ReceiveAsync());
    }

    [Fact]
    public async Task Frames_OfAnyKind_AreTakenInOrderAndShownToTheObserver()
    {
        var history = new FrameHistory();
        await using var sut = _setup.Feed(_backend.Address, LiveGrid, history);
        await sut.OpenAsync(Symbol("A"), CancellationToken.None);
        var socket = await _backend.NextSocketAsync();

        await socket.SendAsync("""{"book":"A","price":1}""");
        await socket.SendAsync(Encoding.UTF8.GetBytes("""[{"book":"é"},{"book":"B"}]"""), WebSocketMessageType.Binary);
        await socket.SendAsync("oops");
        await socket.SendAsync("");

        Assert.Equal(
            ["""{"book":"A","price":1}""", """[{"book":"é"},{"book":"B"}]""", "unreadable", "unreadable"],
            await FramesAsync(sut, 4));
        Assert.Equal(
            new FeedCounters(4, 3, 0) { Bytes = 22 + 28 + 4, LastFrameAt = TestBook.Start }, sut.Counters);
        Assert.Equal(["", "oops"], history.Newest().Take(2).Select(static frame => frame.Text));
        Assert.All(history.Newest(), static frame => Assert.Equal(TestBook.Start, frame.ReceivedAt));
    }

    [Fact]
    public async Task Frames_LargeOnes_AreTakenUpToTheLimitAndPassedOverBeyond()
    {
        var history = new FrameHistory();
        await using var sut = _setup.Feed(_backend.Address, LiveGrid, history);
        await sut.OpenAsync(Symbol("A"), CancellationToken.None);
        var socket = await _backend.NextSocketAsync();
        var fits = $"\"{new string('x', 99_998)}\"";

        await socket.SendAsync(fits);
        await socket.SendAsync($"\"{new string('y', 99_999)}\"");
        await socket.SendAsync($"\"{new string('z', 3_000_000)}\"");
        await socket.SendAsync("1");

        Assert.Equal([fits, "1"], await FramesAsync(sut, 2));
        Assert.Equal(
            (4, 2, 100_000 + 100_001 + 3_000_002 + 1), (sut.Counters.Frames, sut.Counters.Dropped, sut.Counters.Bytes));
        Assert.Equal(FeedState.Live, sut.State);
        Assert.Equal(3_000_002, history.Newest()[1].Bytes);
        Assert.True(history.Newest()[1].IsCut);
    }

    [Fact]
    public async Task Frames_Dropped_AskForNewRowsOnceInAWhile()
    {
        await using var sut = _setup.Feed(_backend.Address, LiveGrid);
        await sut.OpenAsync(Symbol("A"), CancellationToken.None);
        var socket = await _backend.NextSocketAsync();
        await socket.SendAsync($"\"{new string('z', 200_000)}\"");
        await UntilAsync(sut, () => sut.Counters.Dropped == 1);
        Assert.False(sut.NeedsSnapshot);

        _setup.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(sut.NeedsSnapshot);
        await sut.ReopenAsync(CancellationToken.None);

        Assert.False(sut.NeedsSnapshot);
    }

    [Fact]
    public async Task OpenAsync_TableWithoutSocket_IsASnapshotOfTheRowsUnderItsKey()
    {
        await using var sut = _setup.Feed(
            _backend.Address, """{"type": "table", "endpoint": "odd_table", "data": {"dataKey": "rows"}}""");

        var rows = await sut.OpenAsync(JsObject.Empty, CancellationToken.None);

        Assert.Equal("""[{"id":1,"x":2}]""", JsJson.Stringify(rows));
        Assert.Equal((FeedState.Snapshot, null, false), (sut.State, sut.Reason, sut.NeedsSnapshot));
        Assert.Equal(0, _backend.OpenSockets);
    }

    [Theory]
    [InlineData("broken_rows", "the answer is not JSON: line 2, column 11")]
    [InlineData("missing_rows", "/missing_rows answered 404 Not Found")]
    [InlineData("stray_rows", "Connect:AllowedHosts")]
    [InlineData("http://10.0.0.1/rows", "Connect:AllowedHosts")]
    [InlineData(" ", "no endpoint")]
    public async Task OpenAsync_NoRows_FailsWithTheReasonAndLeavesTheSocket(string endpoint, string reason)
    {
        await using var sut = _setup.Feed(
            _backend.Address, WithoutParams.Replace("/odd_rows", endpoint, StringComparison.Ordinal));

        var exception = await Assert.ThrowsAsync<FeedException>(() => sut.OpenAsync(JsObject.Empty, CancellationToken.None));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.Equal((FeedState.Failed, exception.Message), (sut.State, sut.Reason));
        await (await _backend.NextSocketAsync()).Ended;
    }

    [Fact]
    public async Task OpenAsync_AfterAFailure_StartsAnew()
    {
        await using var sut = _setup.Feed(_backend.Address, LiveGrid);
        _backend.Answer("/odd_rows", """{"detail": "unknown symbol X"}""", StatusCodes.Status404NotFound);
        var exception = await Assert.ThrowsAsync<FeedException>(() => sut.OpenAsync(Symbol("X"), CancellationToken.None));
        Assert.EndsWith("answered 404 Not Found: unknown symbol X", exception.Message, StringComparison.Ordinal);
        await (await _backend.NextSocketAsync()).Ended;

        _backend.Answer("/odd_rows", "[]");
        await sut.OpenAsync(Symbol("X"), CancellationToken.None);

        Assert.Equal((FeedState.Live, null), (sut.State, sut.Reason));
        Assert.Contains("\"X\"", await (await _backend.NextSocketAsync()).ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_EarlierRowsFailLate_LeavesTheLaterParametersAlone()
    {
        await using var sut = _setup.Feed(_backend.Address, LiveGrid);
        _backend.Answer("/odd_rows", "no JSON");
        using var hold = _backend.Hold("/odd_rows");
        var earlier = sut.OpenAsync(Symbol("A"), CancellationToken.None);
        await hold.Asked;
        _backend.Answer("/odd_rows", "[]");

        await sut.OpenAsync(Symbol("B"), CancellationToken.None);
        hold.Dispose();
        await Assert.ThrowsAsync<FeedException>(() => earlier);

        Assert.Equal((FeedState.Live, null), (sut.State, sut.Reason));
        Assert.Equal(1, _backend.OpenSockets);
    }

    [Theory]
    [InlineData(404, "answered 404 Not Found")]
    [InlineData(403, "answered 403 Forbidden (to a page of https://pro.openbb.co")]
    [InlineData(302, "a WebSocket follows no redirects")]
    [InlineData(200, "opened no WebSocket")]
    public async Task OpenAsync_SocketThatIsNone_ShowsTheRowsAndFailsWithTheReason(int status, string reason)
    {
        _backend.SocketStatus = status;
        await using var sut = _setup.Feed(_backend.Address, LiveGrid);

        var rows = await sut.OpenAsync(Symbol("A"), CancellationToken.None);

        Assert.Equal(4, rows.List.Count);
        Assert.Equal(FeedState.Failed, sut.State);
        Assert.Contains(reason, sut.Reason, StringComparison.Ordinal);
        Assert.StartsWith("ws://127.0.0.1:", sut.Reason, StringComparison.Ordinal);
        Assert.Null(sut.RetryAt);

        _backend.SocketStatus = null;
        await sut.OpenAsync(Symbol("A"), CancellationToken.None);
        Assert.Equal((FeedState.Live, null), (sut.State, sut.Reason));
    }

    [Theory]
    [InlineData("ws://10.0.0.1/ws", "Connect:AllowedHosts")]
    [InlineData("ws://[::", "the wsEndpoint is no address")]
    public async Task OpenAsync_SocketElsewhere_IsRefusedByTheSameRules(string endpoint, string reason)
    {
        await using var sut = _setup.Feed(_backend.Address, WithoutParams.Replace("/odd_ws", endpoint, StringComparison.Ordinal));

        await sut.OpenAsync(JsObject.Empty, CancellationToken.None);

        Assert.Equal(FeedState.Failed, sut.State);
        Assert.Contains(reason, sut.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cors_RowsThatAPageMayNotRead_IsAWarningOnly()
    {
        await using var sut = _setup.Feed(_backend.Address, WithoutParams);
        Assert.Null(sut.Cors);

        await sut.OpenAsync(JsObject.Empty, CancellationToken.None);
        Assert.Contains("/odd_rows has no Access-Control-Allow-Origin", sut.Cors!.Problem, StringComparison.Ordinal);

        _backend.AllowOrigin = "*";
        await sut.ReopenAsync(CancellationToken.None);
        Assert.True(sut.Cors!.IsAllowed);
    }

    [Fact]
    public async Task DisposeAsync_OpenSocket_ClosesItAndEndsTheWait()
    {
        var sut = _setup.Feed(_backend.Address, LiveGrid);
        await sut.OpenAsync(Symbol("A"), CancellationToken.None);
        var socket = await _backend.NextSocketAsync();

        await sut.DisposeAsync();
        await sut.DisposeAsync();

        await socket.Ended;
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
        while (await sut.WaitAsync(CancellationToken.None))
        {
            // The last news before the end.
        }
    }

    [Fact]
    public async Task OpenAsync_Cancelled_EndsAtOnceAndLeavesNothingOpen()
    {
        var sut = _setup.Feed(_backend.Address, LiveGrid);
        using var hold = _backend.Hold("/odd_rows");
        using var stop = new CancellationTokenSource();
        var opening = sut.OpenAsync(Symbol("A"), stop.Token);
        await hold.Asked;

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
        await sut.DisposeAsync();

        await (await _backend.NextSocketAsync()).Ended;
    }

    private static JsObject Symbol(string symbol) => JsObject.Create(("symbol", symbol));
}
