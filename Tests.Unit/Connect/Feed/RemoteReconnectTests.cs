using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.AspNetCore.Http;
using static LiveGridStudio.Tests.Unit.Support.RemoteSetup;

namespace LiveGridStudio.Tests.Unit.Connect.Feed;

/// <summary>A feed whose socket is lost, with a real socket and in virtual time.</summary>
public sealed class RemoteReconnectTests : LosingTest
{
    [Fact]
    public async Task Socket_Dropped_IsDialledAgainAndTheSubscriptionIsRenewed()
    {
        await using var sut = await OpenAsync();
        var first = await Backend.NextSocketAsync();

        first.Drop();
        await UntilAsync(sut, () => sut.Status.RetryAt is not null);
        Assert.Equal(FeedState.Reconnecting, sut.Status.State);
        Assert.Equal("the connection to the backend broke off", sut.Status.Reason);
        Assert.Equal(TestBook.Start.AddSeconds(1), sut.Status.RetryAt);
        Assert.False(sut.Status.NeedsSnapshot);

        await Setup.RetryAsync(sut);
        Assert.Equal((FeedState.Live, null, null), (sut.Status.State, sut.Status.Reason, sut.Status.RetryAt));
        Assert.Equal(TestBook.Start.AddSeconds(1), sut.Status.Since);
        Assert.True(sut.Status.NeedsSnapshot);
        Assert.Equal(1, sut.Status.Counters.Reconnects);
        Assert.Equal("""{"type":"params","params":{"symbol":"A"}}""", await (await Backend.NextSocketAsync()).ReceiveAsync());

        await sut.ReopenAsync(CancellationToken.None);
        Assert.False(sut.Status.NeedsSnapshot);
        Assert.Equal("?symbol=A", Backend.Requests.Last().Query);
    }

    [Theory]
    [InlineData(1013, "too many clients", "the backend closed the socket with 1013 (try again later): too many clients")]
    [InlineData(1000, null, "the backend closed the socket with 1000 (normal end)")]
    [InlineData(4001, "own code", "the backend closed the socket with 4001: own code")]
    public async Task Socket_ClosedByTheBackend_SaysCodeAndReason(int code, string? text, string reason)
    {
        await using var sut = await OpenAsync();
        var socket = await Backend.NextSocketAsync();

        await socket.CloseAsync(code, text);
        await UntilAsync(sut, () => sut.Status.RetryAt is not null);

        Assert.Equal((FeedState.Reconnecting, reason), (sut.Status.State, sut.Status.Reason));
        await socket.Ended;
    }

    [Fact]
    public async Task Backend_Away_IsDialledWithGrowingDelaysUntilItIsBack()
    {
        await using var sut = await OpenAsync();
        var port = Backend.Address.Port;
        await Backend.DisposeAsync();

        foreach (var seconds in (int[])[1, 2, 4, 8, 16, 30, 30])
        {
            await UntilAsync(sut, () => sut.Status.RetryAt is not null);
            Assert.Equal(TimeSpan.FromSeconds(seconds), sut.Status.RetryAt - Setup.Clock.GetUtcNow());
            await Setup.RetryAsync(sut);
            Assert.Equal(FeedState.Reconnecting, sut.Status.State);
            Assert.EndsWith("connection refused: nothing listens there", sut.Status.Reason, StringComparison.Ordinal);
        }

        Backend = await FaultyBackend.StartAsync(port);
        await Setup.RetryAsync(sut);
        Assert.Equal((FeedState.Live, 1), (sut.Status.State, sut.Status.Counters.Reconnects));
    }

    [Fact]
    public async Task Socket_LostAgainAtOnce_WaitsLongerThanOneThatLived()
    {
        await using var sut = await OpenAsync();
        (await Backend.NextSocketAsync()).Drop();
        await UntilAsync(sut, () => sut.Status.RetryAt is not null);
        await Setup.RetryAsync(sut);

        (await Backend.NextSocketAsync()).Drop();
        await UntilAsync(sut, () => sut.Status.RetryAt is not null);
        Assert.Equal(TimeSpan.FromSeconds(2), sut.Status.RetryAt - Setup.Clock.GetUtcNow());
        await Setup.RetryAsync(sut);

        Setup.Clock.Advance(TimeSpan.FromSeconds(30));
        (await Backend.NextSocketAsync()).Drop();
        await UntilAsync(sut, () => sut.Status.RetryAt is not null);
        Assert.Equal(TimeSpan.FromSeconds(1), sut.Status.RetryAt - Setup.Clock.GetUtcNow());
    }

    [Fact]
    public async Task OpenAsync_WhileWaitingForTheNextTry_DialsAtOnce()
    {
        await using var sut = await OpenAsync();
        (await Backend.NextSocketAsync()).Drop();
        await UntilAsync(sut, () => sut.Status.RetryAt is not null);

        await sut.OpenAsync(JsObject.Create(("symbol", "B")), CancellationToken.None);

        Assert.Equal((FeedState.Live, false), (sut.Status.State, sut.Status.NeedsSnapshot));
        Assert.Contains("\"B\"", await (await Backend.NextSocketAsync()).ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReopenAsync_NoRows_GivesTheSocketUpAndTriesBothAgain()
    {
        await using var sut = await OpenAsync();
        (await Backend.NextSocketAsync()).Drop();
        await UntilAsync(sut, () => sut.Status.RetryAt is not null);
        await Setup.RetryAsync(sut);
        var second = await Backend.NextSocketAsync();
        Backend.Answer("/rows", "", StatusCodes.Status500InternalServerError);

        await Assert.ThrowsAsync<FeedException>(() => sut.ReopenAsync(CancellationToken.None));
        await UntilAsync(sut, () => sut.Status.RetryAt is not null);

        await second.Ended;
        Assert.Contains("/rows?symbol=A answered 500", sut.Status.Reason, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(2), sut.Status.RetryAt - Setup.Clock.GetUtcNow());
    }
}
