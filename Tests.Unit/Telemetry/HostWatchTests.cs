using LiveGridStudio.App.Backend;
using LiveGridStudio.App.Telemetry;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Telemetry;

public sealed class HostWatchTests : IDisposable
{
    private readonly TestMeters _meters = new();
    private readonly FakeTimeProvider _clock = TestBook.Clock();
    private readonly BackendMetrics _backend;
    private readonly HostWatch _sut;
    private int _changes;

    public HostWatchTests()
    {
        _backend = new BackendMetrics(_meters.Factory, _clock);
        _sut = new HostWatch(_meters.Factory, _clock);
    }

    public void Dispose()
    {
        _sut.Dispose();
        _meters.Dispose();
    }

    [Fact]
    public void Watch_StartsLate_HasTheTotalsAtOnceAndRatesAfterASecond()
    {
        _backend.ClientOpened();
        _backend.ClientStalled();
        _backend.FrameSent(100);

        using var watching = _sut.Watch(() => _changes++);
        Assert.Equal((1, 1, null), (_sut.Latest!.Clients, _sut.Latest.Stalled, _sut.Latest.FramesPerSecond));

        _backend.FrameSent(3);
        _backend.FrameSent(4);
        _clock.Advance(HostWatch.Interval);

        Assert.Equal(1, _changes);
        Assert.Equal((2, 7), (_sut.Latest!.FramesPerSecond, _sut.Latest.RowsPerSecond));
        Assert.NotNull(_sut.Latest.Cores);
    }

    [Fact]
    public void Watch_AgesOfFrames_AreThoseOfTheirOldestRowsOverTenSeconds()
    {
        using var watching = _sut.Watch(() => _changes++);
        var old = Row();
        _clock.Advance(TimeSpan.FromMilliseconds(28));
        _backend.HandOver([Row(), old]);
        _clock.Advance(HostWatch.Interval);

        Assert.InRange(_sut.Latest!.AgeMedian!.Value, 0.02, 0.03);
        Assert.InRange(_sut.Latest.AgeWorst!.Value, 0.02, 0.03);

        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Null(_sut.Latest.AgeMedian);
    }

    [Fact]
    public void Watch_NobodyAnyMore_StopsListening()
    {
        var first = _sut.Watch(() => _changes++);
        var second = _sut.Watch(static () => { });
        first.Dispose();
        _clock.Advance(HostWatch.Interval);
        Assert.Equal(0, _changes);
        Assert.NotNull(_sut.Latest);

        second.Dispose();
        _clock.Advance(HostWatch.Interval);

        Assert.Null(_sut.Latest);
        Assert.Equal(0, _changes);
    }

    private TableRow Row() => new("A", 0, 0, JsObject.Empty, default, default, _clock.GetTimestamp());
}
