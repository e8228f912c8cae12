using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Tests.Unit.Support;
using static LiveGridStudio.Tests.Unit.Support.RemoteSetup;

namespace LiveGridStudio.Tests.Unit.Connect.Feed;

/// <summary>What a feed does while its socket is not open yet.</summary>
public sealed class RemoteHandshakeTests : LosingTest
{
    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task Handshake_RefusedForNow_IsTriedAgainAndAsksForRowsOnceItIsOpen(int status)
    {
        Backend.SocketStatus = status;
        await using var sut = await OpenAsync();
        Assert.Equal(FeedState.Reconnecting, sut.Status.State);
        Assert.Contains($"answered {status}", sut.Status.Reason, StringComparison.Ordinal);

        Backend.SocketStatus = null;
        await Setup.RetryAsync(sut);

        Assert.Equal((FeedState.Live, true, 0), (sut.Status.State, sut.Status.NeedsSnapshot, sut.Status.Counters.Reconnects));
    }

    [Fact]
    public async Task Handshake_404AfterItWasLive_IsTriedAgain()
    {
        await using var sut = await OpenAsync();
        Backend.SocketStatus = 404;
        (await Backend.NextSocketAsync()).Drop();
        await UntilAsync(sut, () => sut.Status.RetryAt is not null);

        await Setup.RetryAsync(sut);

        Assert.Equal(FeedState.Reconnecting, sut.Status.State);
        Assert.Contains("answered 404", sut.Status.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handshake_ThatTakesLong_DoesNotKeepTheRowsWaiting()
    {
        using var silent = new SilentListener();
        await using var sut = Setup.Feed(
            Backend.Address, Losing.Replace("odd_ws", $"ws://127.0.0.1:{silent.Port}/ws", StringComparison.Ordinal));

        var opening = sut.OpenAsync(Parameters, CancellationToken.None);
        await silent.Accepted;
        Setup.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Single((await opening).List);
        Assert.Equal(FeedState.Connecting, sut.Status.State);

        Setup.Clock.Advance(TimeSpan.FromSeconds(8));
        await UntilAsync(sut, () => sut.Status.RetryAt is not null);
        Assert.EndsWith("no answer within 10 seconds (Connect:Timeout)", sut.Status.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DisposeAsync_WhileDiallingOrWaiting_LeavesNothingRunning()
    {
        using var silent = new SilentListener();
        var dialling = Setup.Feed(
            Backend.Address, Losing.Replace("odd_ws", $"ws://127.0.0.1:{silent.Port}/ws", StringComparison.Ordinal));
        using var stop = new CancellationTokenSource();
        var opening = dialling.OpenAsync(Parameters, stop.Token);
        await silent.Accepted;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
        await dialling.DisposeAsync();

        var waiting = await OpenAsync();
        var socket = await Backend.NextSocketAsync();
        socket.Drop();
        await UntilAsync(waiting, () => waiting.Status.RetryAt is not null);
        await waiting.DisposeAsync();
        Setup.Clock.Advance(TimeSpan.FromMinutes(1));
        await socket.Ended;

        Assert.Equal(0, Backend.OpenSockets);
    }
}
