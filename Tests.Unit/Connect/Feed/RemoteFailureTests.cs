using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.AspNetCore.Http;

namespace LiveGridStudio.Tests.Unit.Connect.Feed;

/// <summary>The status of a feed when rows or socket are unavailable.</summary>
public sealed class RemoteFailureTests : RemoteTest
{
    [Theory]
    [InlineData("broken_rows", "the answer is not JSON: line 2, column 11")]
    [InlineData("missing_rows", "/missing_rows answered 404 Not Found")]
    [InlineData("stray_rows", "Connect:AllowedHosts")]
    [InlineData("http://10.0.0.1/rows", "Connect:AllowedHosts")]
    [InlineData(" ", "no endpoint")]
    public async Task OpenAsync_NoRows_FailsWithTheReasonAndLeavesTheSocket(string endpoint, string reason)
    {
        await using var sut = Setup.Feed(
            Backend.Address, WithoutParams.Replace("/odd_rows", endpoint, StringComparison.Ordinal));

        var exception = await Assert.ThrowsAsync<FeedException>(() => sut.OpenAsync(JsObject.Empty, CancellationToken.None));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.Equal((FeedState.Failed, exception.Message), (sut.Status.State, sut.Status.Reason));
        await (await Backend.NextSocketAsync()).Ended;
    }

    [Fact]
    public async Task OpenAsync_AfterAFailure_StartsAnew()
    {
        await using var sut = Setup.Feed(Backend.Address, LiveGrid);
        Backend.Answer("/odd_rows", """{"detail": "unknown symbol X"}""", StatusCodes.Status404NotFound);
        var exception = await Assert.ThrowsAsync<FeedException>(() => sut.OpenAsync(Symbol("X"), CancellationToken.None));
        Assert.EndsWith("answered 404 Not Found: unknown symbol X", exception.Message, StringComparison.Ordinal);
        await (await Backend.NextSocketAsync()).Ended;

        Backend.Answer("/odd_rows", "[]");
        await sut.OpenAsync(Symbol("X"), CancellationToken.None);

        Assert.Equal((FeedState.Live, null), (sut.Status.State, sut.Status.Reason));
        Assert.Contains("\"X\"", await (await Backend.NextSocketAsync()).ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_EarlierRowsFailLate_LeavesTheLaterParametersAlone()
    {
        await using var sut = Setup.Feed(Backend.Address, LiveGrid);
        Backend.Answer("/odd_rows", "no JSON");
        using var hold = Backend.Hold("/odd_rows");
        var earlier = sut.OpenAsync(Symbol("A"), CancellationToken.None);
        await hold.Asked;
        Backend.Answer("/odd_rows", "[]");

        await sut.OpenAsync(Symbol("B"), CancellationToken.None);
        hold.Dispose();
        await Assert.ThrowsAsync<FeedException>(() => earlier);

        Assert.Equal((FeedState.Live, null), (sut.Status.State, sut.Status.Reason));
        Assert.Equal(1, Backend.OpenSockets);
    }

    [Theory]
    [InlineData(404, "answered 404 Not Found")]
    [InlineData(403, "answered 403 Forbidden: there is no such WebSocket route, or it refuses pages of https://pro.openbb.co")]
    [InlineData(302, "a WebSocket follows no redirects")]
    [InlineData(200, "opened no WebSocket")]
    public async Task OpenAsync_SocketThatIsNone_ShowsTheRowsAndFailsWithTheReason(int status, string reason)
    {
        Backend.SocketStatus = status;
        await using var sut = Setup.Feed(Backend.Address, LiveGrid);

        var rows = await sut.OpenAsync(Symbol("A"), CancellationToken.None);

        Assert.Equal(4, rows.List.Count);
        Assert.Equal(FeedState.Failed, sut.Status.State);
        Assert.Contains(reason, sut.Status.Reason, StringComparison.Ordinal);
        Assert.StartsWith("ws://127.0.0.1:", sut.Status.Reason, StringComparison.Ordinal);
        Assert.Null(sut.Status.RetryAt);

        Backend.SocketStatus = null;
        await sut.OpenAsync(Symbol("A"), CancellationToken.None);
        Assert.Equal((FeedState.Live, null), (sut.Status.State, sut.Status.Reason));
    }

    [Theory]
    [InlineData("ws://10.0.0.1/ws", "Connect:AllowedHosts")]
    [InlineData("ws://[::", "the wsEndpoint is no address")]
    public async Task OpenAsync_SocketElsewhere_IsRefusedByTheSameRules(string endpoint, string reason)
    {
        await using var sut = Setup.Feed(Backend.Address, WithoutParams.Replace("/odd_ws", endpoint, StringComparison.Ordinal));

        await sut.OpenAsync(JsObject.Empty, CancellationToken.None);

        Assert.Equal(FeedState.Failed, sut.Status.State);
        Assert.Contains(reason, sut.Status.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cors_RowsThatAPageMayNotRead_IsAWarningOnly()
    {
        await using var sut = Setup.Feed(Backend.Address, WithoutParams);
        Assert.Null(sut.Cors);

        await sut.OpenAsync(JsObject.Empty, CancellationToken.None);
        Assert.Contains("/odd_rows has no Access-Control-Allow-Origin", sut.Cors!.Problem, StringComparison.Ordinal);
        Assert.Equal(sut.Cors.Problem, sut.Status.Warning);

        Backend.AllowOrigin = "*";
        await sut.ReopenAsync(CancellationToken.None);
        Assert.Null(sut.Cors!.Problem);
        Assert.Null(sut.Status.Warning);
    }
}
