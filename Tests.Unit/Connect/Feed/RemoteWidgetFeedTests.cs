using System.Net.WebSockets;
using LiveGridStudio.App.Connect.Feed;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Connect.Feed;

/// <summary>The requests to another backend when a feed is opened, changed and closed.</summary>
public sealed class RemoteWidgetFeedTests : RemoteTest
{
    [Fact]
    public async Task OpenAsync_Parameters_AreSentOverTheSocketFirstAndInTheQuery()
    {
        await using var sut = Setup.Feed(Backend.Address, LiveGrid);
        Assert.Equal(FeedState.Connecting, sut.Status.State);

        var rows = await sut.OpenAsync(
            JsObject.Create(
                ("symbol", JsValue.FromList("TSLA", "A&B")),
                ("books", JsValue.FromList()),
                ("n", 0),
                ("no", ""),
                ("off", JsValue.False)),
            CancellationToken.None);

        Assert.Equal(4, rows.List.Count);
        Assert.Equal(FeedState.Live, sut.Status.State);
        Assert.False(sut.Status.NeedsSnapshot);
        var socket = await Backend.NextSocketAsync();
        Assert.Equal(
            """{"type":"params","params":{"symbol":["TSLA","A&B"],"books":[],"n":0,"no":"","off":false}}""",
            await socket.ReceiveAsync());
        Assert.Equal(
            ["/odd_ws", "/odd_rows?symbol=TSLA,A%26B&n=0&off=false"],
            Backend.Requests.Select(static request => request.Path + request.Query));
        Assert.All(Backend.Requests, static request => Assert.Equal("https://pro.openbb.co", request.Origin));
    }

    [Fact]
    public async Task Metrics_FeedsOpenAndClosed_CountThoseThatAreOpenByState()
    {
        var gone = Setup.Feed(Backend.Address, LiveGrid);
        await using var sut = Setup.Feed(Backend.Address, LiveGrid);
        Assert.Equal(2, Setup.Meters.Read(ConnectMetrics.Feeds, "connecting"));

        await gone.DisposeAsync();
        await sut.OpenAsync(JsObject.Empty, CancellationToken.None);

        Assert.Equal(0, Setup.Meters.Read(ConnectMetrics.Feeds, "connecting"));
        Assert.Equal(1, Setup.Meters.Read(ConnectMetrics.Feeds, "live"));
    }

    [Fact]
    public async Task OpenAsync_WidgetWithoutParams_SubscribesWithoutThem()
    {
        await using var sut = Setup.Feed(Backend.Address, WithoutParams);

        await sut.OpenAsync(JsObject.Empty, CancellationToken.None);

        Assert.Equal("""{"type":"params"}""", await (await Backend.NextSocketAsync()).ReceiveAsync());
    }

    [Fact]
    public async Task OpenAsync_AllEmptyAtFirst_OpensTheSocketAllTheSame()
    {
        await using var sut = Setup.Feed(Backend.Address, LiveGrid);

        await sut.OpenAsync(JsObject.Empty, CancellationToken.None);

        Assert.Equal(FeedState.Live, sut.Status.State);
        Assert.Equal("""{"type":"params","params":{}}""", await (await Backend.NextSocketAsync()).ReceiveAsync());
    }

    [Fact]
    public async Task OpenAsync_OtherParameters_AreSentOverTheSameSocketAndSameOnesAreNot()
    {
        await using var sut = Setup.Feed(Backend.Address, LiveGrid);
        await sut.OpenAsync(Symbol("A"), CancellationToken.None);
        var socket = await Backend.NextSocketAsync();
        await socket.ReceiveAsync();

        await sut.OpenAsync(Symbol("A"), CancellationToken.None);
        await sut.OpenAsync(Symbol("B"), CancellationToken.None);

        Assert.Equal("""{"type":"params","params":{"symbol":"B"}}""", await socket.ReceiveAsync());
        Assert.Equal(0, socket.Waiting);
        Assert.Equal(1, Backend.OpenSockets);
        Assert.Equal(
            ["?symbol=A", "?symbol=A", "?symbol=B"],
            Backend.Requests.Where(static request => request.Path == "/odd_rows").Select(static request => request.Query));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"symbol": " ", "books": []}""")]
    [InlineData("""{"symbol": 0, "books": false, "more": null}""")]
    public async Task OpenAsync_ChangeThatLeavesAllEmpty_ClosesTheSocketAndTheNextValueOpensIt(string empty)
    {
        await using var sut = Setup.Feed(Backend.Address, LiveGrid);
        await sut.OpenAsync(Symbol("A"), CancellationToken.None);
        var socket = await Backend.NextSocketAsync();

        await sut.OpenAsync(JsonText.Parse(empty).Object, CancellationToken.None);

        await socket.Ended;
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
        Assert.Equal(FeedState.Snapshot, sut.Status.State);
        Assert.Contains("empty", sut.Status.Reason, StringComparison.Ordinal);

        // Reading the rows once more does not open it, a value does.
        await sut.OpenAsync(JsonText.Parse(empty).Object, CancellationToken.None);
        Assert.Equal(FeedState.Snapshot, sut.Status.State);
        await sut.OpenAsync(Symbol("B"), CancellationToken.None);

        Assert.Equal((FeedState.Live, null), (sut.Status.State, sut.Status.Reason));
        Assert.Equal("""{"type":"params","params":{"symbol":"B"}}""", await (await Backend.NextSocketAsync()).ReceiveAsync());
    }

    [Fact]
    public async Task OpenAsync_TableWithoutSocket_IsASnapshotOfTheRowsUnderItsKey()
    {
        await using var sut = Setup.Feed(
            Backend.Address, """{"type": "table", "endpoint": "odd_table", "data": {"dataKey": "rows"}}""");

        var rows = await sut.OpenAsync(JsObject.Empty, CancellationToken.None);

        Assert.Equal("""[{"id":1,"x":2}]""", JsonText.Stringify(rows));
        Assert.Equal((FeedState.Snapshot, null, false), (sut.Status.State, sut.Status.Reason, sut.Status.NeedsSnapshot));
        Assert.Equal(0, Backend.OpenSockets);
    }

    [Fact]
    public async Task DisposeAsync_OpenSocket_ClosesItAndEndsTheWait()
    {
        var sut = Setup.Feed(Backend.Address, LiveGrid);
        await sut.OpenAsync(Symbol("A"), CancellationToken.None);
        var socket = await Backend.NextSocketAsync();

        await sut.DisposeAsync();
        await sut.DisposeAsync();

        await socket.Ended;
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
        while (await sut.WaitAsync(CancellationToken.None))
        {
            // The last state change before the end.
        }
    }

    [Fact]
    public async Task OpenAsync_Cancelled_EndsAtOnceAndLeavesNothingOpen()
    {
        var sut = Setup.Feed(Backend.Address, LiveGrid);
        using var hold = Backend.Hold("/odd_rows");
        using var stop = new CancellationTokenSource();
        var opening = sut.OpenAsync(Symbol("A"), stop.Token);
        await hold.Asked;

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
        await sut.DisposeAsync();

        await (await Backend.NextSocketAsync()).Ended;
    }
}
