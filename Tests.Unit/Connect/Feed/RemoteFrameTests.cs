using System.Net.WebSockets;
using System.Text;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using static LiveGridStudio.Tests.Unit.Support.RemoteSetup;

namespace LiveGridStudio.Tests.Unit.Connect.Feed;

/// <summary>Frames from the socket of another backend.</summary>
public sealed class RemoteFrameTests() : RemoteTest(new ConnectOptions { MaxFrameBytes = 100_000 })
{
    [Fact]
    public async Task Frames_OfAnyKind_AreTakenInOrder()
    {
        await using var sut = Setup.Feed(Backend.Address, LiveGrid);
        await sut.OpenAsync(Symbol("A"), CancellationToken.None);
        var socket = await Backend.NextSocketAsync();

        await socket.SendAsync("""{"book":"A","price":1}""");
        await socket.SendAsync(Encoding.UTF8.GetBytes("""[{"book":"é"},{"book":"B"}]"""), WebSocketMessageType.Binary);
        await socket.SendAsync("oops");
        await socket.SendAsync("");

        Assert.Equal(
            ["""{"book":"A","price":1}""", """[{"book":"é"},{"book":"B"}]""", "unreadable", "unreadable"],
            await FramesAsync(sut, 4));
        Assert.Equal(
            new FeedCounters(4, 3, 0) { Bytes = 22 + 28 + 4, LastFrameAt = TestBook.Start }, sut.Status.Counters);
    }

    [Fact]
    public async Task Frames_LargeOnes_AreTakenUpToTheLimitAndPassedOverBeyond()
    {
        await using var sut = Setup.Feed(Backend.Address, LiveGrid);
        await sut.OpenAsync(Symbol("A"), CancellationToken.None);
        var socket = await Backend.NextSocketAsync();
        var fits = $"\"{new string('x', 99_998)}\"";

        await socket.SendAsync(fits);
        await socket.SendAsync($"\"{new string('y', 99_999)}\"");
        await socket.SendAsync($"\"{new string('z', 3_000_000)}\"");
        await socket.SendAsync("1");

        Assert.Equal([fits, "1"], await FramesAsync(sut, 2));
        Assert.Equal(
            (4, 2, 100_000 + 100_001 + 3_000_002 + 1), (sut.Status.Counters.Frames, sut.Status.Counters.Dropped, sut.Status.Counters.Bytes));
        Assert.Equal(FeedState.Live, sut.Status.State);
    }

    [Fact]
    public async Task Frames_Dropped_AskForNewRowsOnceInAWhile()
    {
        await using var sut = Setup.Feed(Backend.Address, LiveGrid);
        await sut.OpenAsync(Symbol("A"), CancellationToken.None);
        var socket = await Backend.NextSocketAsync();
        await socket.SendAsync($"\"{new string('z', 200_000)}\"");
        await UntilAsync(sut, () => sut.Status.Counters.Dropped == 1);
        Assert.False(sut.Status.NeedsSnapshot);

        Setup.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(sut.Status.NeedsSnapshot);
        await sut.ReopenAsync(CancellationToken.None);

        Assert.False(sut.Status.NeedsSnapshot);
    }
}
