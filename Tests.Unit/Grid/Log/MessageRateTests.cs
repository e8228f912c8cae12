using LiveGridStudio.Shared.Grid.Log;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Grid.Log;

public sealed class MessageRateTests
{
    private readonly MessageBench _bench = new();

    [Fact]
    public void Rates_BeforeAWholeSecond_AreNotKnown()
    {
        _bench.Price(1);

        Assert.Null(_bench.Log.Rates());
    }

    [Fact]
    public void Rates_SteadyFeed_AreThoseOfTheLastSeconds()
    {
        Run(seconds: 20, perSecond: 4);

        Assert.Equal(new FrameRates(4, 8, 0, 4, 0), _bench.Log.Rates());

        Pass(TimeSpan.FromSeconds(5));
        Assert.Equal(2, _bench.Log.Rates()!.Value.Frames);
        Pass(TimeSpan.FromSeconds(5));
        Assert.Equal(0, _bench.Log.Rates()!.Value.Frames);
    }

    [Fact]
    public void LastMinute_SteadyFeed_HasItsSecondsAndNothingBefore()
    {
        Run(seconds: 10, perSecond: 2);

        var minute = _bench.Log.LastMinute();

        Assert.Equal(RateWindow.SeriesSeconds, minute.Count);
        // The log was attached within the first second, which is therefore not whole.
        Assert.All(minute.Take(51), static second => Assert.Equal(default, second));
        Assert.All(minute.Skip(51), static second => Assert.Equal(new FrameSecond(2, TimeSpan.FromMilliseconds(500)), second));
    }

    [Fact]
    public void LastMinute_FeedFallsSilent_AgeGrows()
    {
        Run(seconds: 3, perSecond: 1);
        Pass(TimeSpan.FromSeconds(4));

        var minute = _bench.Log.LastMinute();

        Assert.Equal([1, 1, 0, 0, 0, 0], minute.TakeLast(6).Select(static second => second.Frames ?? -1));
        Assert.Equal([1.0, 1, 2, 3, 4, 5], minute.TakeLast(6).Select(static second => second.Age?.TotalSeconds ?? -1));
    }

    [Fact]
    public void LastMinute_LongSilence_IsAllSilence()
    {
        _bench.Price(1);
        Pass(TimeSpan.FromDays(1));

        var minute = _bench.Log.LastMinute();

        Assert.All(minute, static second => Assert.Equal(0, second.Frames));
        Assert.Equal(TimeSpan.FromDays(1), minute[^1].Age);
        Assert.Equal(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(59), minute[0].Age);
    }

    [Fact]
    public void LastMinute_Paused_StandsStillAndLeavesAGap()
    {
        Run(seconds: 5, perSecond: 4);
        var before = _bench.Log.LastMinute().ToArray();
        _bench.Log.Pause();

        Run(seconds: 4, perSecond: 4);
        Assert.Equal(before, _bench.Log.LastMinute());
        Assert.Equal(4, _bench.Log.Rates()!.Value.Frames);

        _bench.Log.Resume();
        Run(seconds: 2, perSecond: 4);
        int?[] expected = [4, 4, 4, 4, null, null, null, null, null, 4];
        Assert.Equal(expected, _bench.Log.LastMinute().TakeLast(10).Select(static second => second.Frames));
        Assert.Equal(4, _bench.Log.Rates()!.Value.Frames);
    }

    /// <summary>Evenly spaced frames, the first at once; each holds a row that is known and one that is not.</summary>
    private void Run(int seconds, int perSecond)
    {
        var ticks = TimeSpan.TicksPerSecond / perSecond;
        for (var i = 0; i < seconds * perSecond; i++)
        {
            _bench.Send($$"""[{"id":"TSLA","price":{{i}}},{"id":"NOPE"}]""");
            Pass(TimeSpan.FromTicks(ticks));
        }

        Pass(TimeSpan.FromTicks((seconds * TimeSpan.TicksPerSecond) - (seconds * perSecond * ticks)));
    }

    private void Pass(TimeSpan time) => _bench.Clock.Advance(time);
}
