using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Feeds.Sample;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Feeds.Sample;

public sealed class SampleFeedTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly FakeTimeProvider _clock = TestBook.Clock();

    [Fact]
    public async Task OpenAsync_AnyParameters_AnswersWithTheRowsAndExpectsNothing()
    {
        await using var sut = Create();
        Assert.Equal(FeedState.Connecting, sut.Status.State);

        var rows = await sut.OpenAsync(JsObject.Create(("symbol", "X")), CancellationToken.None);

        Assert.Equal("""[{"id":1}]""", JsonText.Stringify(rows));
        Assert.Equal(rows, await sut.ReopenAsync(CancellationToken.None));
        Assert.Equal((FeedState.Snapshot, false), (sut.Status.State, sut.Status.NeedsSnapshot));
    }

    [Fact]
    public async Task SendAll_GivenFrames_ComeOnceInOrder()
    {
        await using var sut = Create("1", "2", "odd");

        sut.SendAll();

        Assert.True(await sut.WaitAsync(CancellationToken.None));
        Assert.Equal([1, 2, double.NaN], Numbers(sut));
        Assert.Empty(Numbers(sut));
    }

    [Fact]
    public async Task Send_TypedByHand_ComesAsItIs()
    {
        await using var sut = Create();

        sut.Send("3");

        Assert.Equal([3], Numbers(sut));
        Assert.Equal(1, sut.Status.Counters.Frames);
    }

    [Fact]
    public async Task StartLoop_Interval_SendsOneFrameEachTimeRoundAndRound()
    {
        await using var sut = Create("1", "2");
        await sut.OpenAsync(JsObject.Empty, CancellationToken.None);

        sut.StartLoop(Second);
        Assert.Equal(FeedState.Live, sut.Status.State);
        Assert.Empty(Numbers(sut));
        for (var i = 0; i < 3; i++)
        {
            _clock.Advance(Second);
        }

        Assert.Equal([1, 2, 1], Numbers(sut));
        sut.StartLoop(2 * Second);
        _clock.Advance(2 * Second);
        Assert.Equal([1], Numbers(sut));

        sut.StopLoop();
        _clock.Advance(10 * Second);
        Assert.Empty(Numbers(sut));
        Assert.Equal(FeedState.Snapshot, sut.Status.State);
    }

    [Fact]
    public async Task StartLoop_NoFrames_DoesNothing()
    {
        await using var sut = Create();

        sut.StartLoop(Second);

        Assert.False(sut.IsLooping);
    }

    [Fact]
    public async Task DisposeAsync_WhileLooping_StopsAndEndsTheWait()
    {
        var sut = Create("1");
        sut.StartLoop(Second);

        await sut.DisposeAsync();
        _clock.Advance(Second);
        sut.StartLoop(Second);

        Assert.False(sut.IsLooping);
        Assert.False(await sut.WaitAsync(CancellationToken.None));
        Assert.Equal(0, sut.Status.Counters.Frames);
    }

    private SampleFeed Create(params string[] frames) => new(JsonText.Parse("""[{"id":1}]"""), frames, _clock);

    private static double[] Numbers(SampleFeed feed)
    {
        var frames = new List<FeedFrame>();
        feed.Drain(frames);
        return [.. frames.Select(static frame => frame.IsReadable ? frame.Value.Number : double.NaN)];
    }
}
