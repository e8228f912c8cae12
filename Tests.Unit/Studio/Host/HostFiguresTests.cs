using LiveGridStudio.App.Studio.Host;
using LiveGridStudio.App.Telemetry;

namespace LiveGridStudio.Tests.Unit.Studio.Host;

public sealed class HostFiguresTests
{
    [Fact]
    public void Of_BusyHost_IsReadable()
    {
        var figures = HostFigures.Of(new HostSample
        {
            TicksPerSecond = 7.64,
            RowsPerSecond = 48_913,
            AgeMedian = 0.0264,
            AgeWorst = 1.24,
            FlushMedian = 0.00042,
            FlushWorst = 0.0123,
            Cores = 0.256,
            WorkingSet = 150L * 1024 * 1024,
            RemoteFeeds = new Dictionary<string, long> { ["live"] = 2, ["reconnecting"] = 1 },
        }).SelectMany(static group => group.Figures).ToDictionary(static figure => figure.Name, static figure => figure.Value);

        Assert.Equal("7.6", figures["host-ticks"]);
        Assert.Equal("48,913", figures["host-rows"]);
        Assert.Equal("26 ms / 1.2 s", figures["host-age"]);
        Assert.Equal("0.4 / 12 ms", figures["host-flush"]);
        Assert.Equal("26 %", figures["host-cores"]);
        Assert.Equal("150 MB", figures["host-memory"]);
        Assert.Equal("2 live, 1 reconnecting", figures["host-feeds"]);
        Assert.Equal("–", figures["host-frames"]);
    }
}
