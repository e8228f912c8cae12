using LiveGridStudio.Shared.Grid.Session;
using LiveGridStudio.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Grid.Session;

public sealed class RenderPaceTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(60);
    private readonly FakeTimeProvider _clock = TestBook.Clock();
    private readonly RenderPace _sut;

    public RenderPaceTests() => _sut = new RenderPace(Longest, _clock);

    [Fact]
    public void IsReady_BeforeAnyBatch_IsTrue() => Assert.True(_sut.IsReady);

    [Fact]
    public void IsReady_BatchOnItsWay_IsFalseHoweverLongItTakes()
    {
        _sut.Begin();

        Pass(10_000);

        Assert.False(_sut.IsReady);
    }

    [Theory]
    [InlineData(0, 16)]
    [InlineData(5, 16)]
    [InlineData(12, 24)]
    [InlineData(29, 58)]
    [InlineData(45, 60)]
    public void End_AnsweredAfter_SetsTheTimeFromBatchToBatch(int answerMs, int intervalMs)
    {
        _sut.Begin();
        Pass(answerMs);
        _sut.End();

        Assert.Equal(TimeSpan.FromMilliseconds(intervalMs), _sut.Interval);
        Pass(intervalMs - answerMs - 1);
        Assert.False(_sut.IsReady);
        Pass(1);
        Assert.True(_sut.IsReady);
    }

    [Fact]
    public void End_AnsweredAfterMoreThanTheLongest_IsReadyAtOnce()
    {
        _sut.Begin();
        Pass(61);

        _sut.End();

        Assert.True(_sut.IsReady);
    }

    [Fact]
    public async Task WaitAsync_RestOfAMillisecond_WaitsForIt()
    {
        _sut.Begin();
        _sut.End();
        _clock.Advance(TimeSpan.FromMilliseconds(15.7));

        // Of its own accord it must come back, though the clock stands still.
        var waiting = Task.Run(() => new[] { _sut.WaitAsync(CancellationToken.None) });
        var returned = await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System)) == waiting;
        Pass(1);

        Assert.True(returned);
        await (await waiting)[0];
    }

    [Fact]
    public void End_NothingOnItsWay_ChangesNothing()
    {
        _sut.Pass();
        Pass(10);

        _sut.End();

        Assert.Equal(Longest, _sut.Interval);
        Assert.False(_sut.IsReady);
    }

    [Fact]
    public void Begin_AfterASlowAnswer_IsQuickAgainWithTheNextQuickOne()
    {
        Batch(40);
        Pass(100);

        Batch(2);

        Assert.Equal(RenderPace.Shortest, _sut.Interval);
    }

    [Fact]
    public async Task WaitAsync_Ready_IsOverAtOnce()
    {
        await _sut.WaitAsync(TestContext.Current.CancellationToken);

        Assert.True(_sut.IsReady);
    }

    [Fact]
    public async Task WaitAsync_BatchOnItsWay_WaitsForItsAnswerAndTheRestOfTheInterval()
    {
        _sut.Begin();
        var waiting = _sut.WaitAsync(TestContext.Current.CancellationToken);
        Pass(20);
        Assert.False(waiting.IsCompleted);

        _sut.End();
        // The wait takes up the answer on a thread of its own, and sets its timer there.
        while (!waiting.IsCompleted)
        {
            Pass(20);
            await Task.Yield();
        }

        await waiting;
        Assert.True(_sut.IsReady);
    }

    [Fact]
    public async Task WaitAsync_Cancelled_Ends()
    {
        using var stop = new CancellationTokenSource();
        _sut.Begin();
        var waiting = _sut.WaitAsync(stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private void Batch(int answerMs)
    {
        _sut.Begin();
        Pass(answerMs);
        _sut.End();
    }

    private void Pass(int ms) => _clock.Advance(TimeSpan.FromMilliseconds(ms));
}
