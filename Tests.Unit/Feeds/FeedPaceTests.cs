using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Feeds;

public sealed class RenderPaceTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(60);
    private readonly FakeTimeProvider _clock = TestBook.Clock();
    private readonly FeedPace _sut;

    public RenderPaceTests() => _sut = new FeedPace(Longest, _clock);

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

        Assert.Equal(FeedPace.Shortest, _sut.Interval);
    }

    [Fact]
    public void Left_Ready_IsNothing() => Assert.True(_sut.Left <= TimeSpan.Zero);

    [Fact]
    public void Left_BatchOnItsWay_IsWithoutEndUntilItsAnswerAndThenTheRestOfTheInterval()
    {
        _sut.Begin();
        Pass(20);
        Assert.Equal(TimeSpan.MaxValue, _sut.Left);

        _sut.End();

        Assert.Equal(TimeSpan.FromMilliseconds(20), _sut.Left);
    }

    private void Batch(int answerMs)
    {
        _sut.Begin();
        Pass(answerMs);
        _sut.End();
    }

    private void Pass(int ms) => _clock.Advance(TimeSpan.FromMilliseconds(ms));
}
