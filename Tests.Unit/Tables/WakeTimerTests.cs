using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Tables;

public sealed class WakeTimerTests : IDisposable
{
    private readonly FakeTimeProvider _clock = TestBook.Clock();
    private readonly WakeTimer _sut;

    public WakeTimerTests() => _sut = new WakeTimer(_clock);

    public void Dispose() => _sut.Dispose();

    [Fact]
    public async Task WaitAsync_TimeIsUp_Answers()
    {
        var waiting = _sut.WaitAsync(TimeSpan.FromMilliseconds(20));
        Pass(19);
        Assert.False(waiting.IsCompleted);

        Pass(1);

        Assert.True(await waiting);
    }

    [Fact]
    public async Task WaitAsync_RestOfAMillisecond_WaitsForIt()
    {
        var waiting = _sut.WaitAsync(TimeSpan.FromMilliseconds(0.3));
        Assert.False(waiting.IsCompleted);

        Pass(1);

        Assert.True(await waiting);
    }

    [Fact]
    public async Task WaitAsync_NothingLeft_AnswersAtOnce() => Assert.True(await _sut.WaitAsync(TimeSpan.Zero));

    [Fact]
    public async Task WaitAsync_WithoutLimit_WaitsUntilWoken()
    {
        var waiting = _sut.WaitAsync(TimeSpan.MaxValue);
        Pass(int.MaxValue);
        Assert.False(waiting.IsCompleted);

        _sut.Wake();

        Assert.True(await waiting);
    }

    [Fact]
    public async Task WaitAsync_WokenBeforeTheTimeOfTheWaitBefore_HasATimeOfItsOwn()
    {
        _sut.Wake();
        Assert.True(await _sut.WaitAsync(TimeSpan.FromMilliseconds(20)));

        var waiting = _sut.WaitAsync(TimeSpan.FromMilliseconds(50));
        Pass(20);
        Assert.False(waiting.IsCompleted);
        Pass(30);

        Assert.True(await waiting);
    }

    [Fact]
    public async Task End_WhileWaiting_AnswersFalse()
    {
        var waiting = _sut.WaitAsync(TimeSpan.MaxValue);

        _sut.End();

        Assert.False(await waiting);
        Assert.False(await _sut.WaitAsync(TimeSpan.Zero));
    }

    private void Pass(int ms) => _clock.Advance(TimeSpan.FromMilliseconds(ms));
}
