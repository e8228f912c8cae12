using System.Diagnostics.Metrics;
using LiveGridStudio.App.Backend;
using LiveGridStudio.App.Studio;
using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LiveGridStudio.Tests.Unit.Telemetry;

/// <summary>The real host with real clients: each instrument changes with the event that it measures.</summary>
public sealed class HostMetricsTests : IDisposable
{
    private readonly StudioFactory _host = new(("Backend:FlushInterval", "00:00:00.020"));
    private readonly Uri _address;
    private readonly TestMeters _sut;

    public HostMetricsTests()
    {
        _address = _host.Address;
        _sut = new TestMeters(_host.Services.GetRequiredService<IMeterFactory>());
    }

    public void Dispose()
    {
        _sut.Dispose();
        _host.Dispose();
    }

    [Fact]
    public async Task Read_ClientGetsRows_CountsTicksFramesRowsAndTakesTimes()
    {
        using var client = await SocketClient.ConnectAsync(_address);
        await client.SendAsync("""{"params":{"symbol":"TSLA,AAPL,NOPE"}}""");
        await Eventually.HoldsAsync(() => _sut.Read(TickMetrics.Readers) == 2);

        _host.Ticks.Publish("TSLA", 250);
        _host.Ticks.Publish("NOPE", 1);
        var rows = await client.ReceiveRowsAsync();

        Assert.Equal("TSLA", Assert.Single(rows)["symbol"].Text);
        await Eventually.HoldsAsync(() => _sut.Read(TickMetrics.Received) == 2 && _sut.Read(BackendMetrics.Frames) == 1);
        await Eventually.HoldsAsync(() => _sut.Count(BackendMetrics.FlushDuration) == 1);
        Assert.Equal(1, _sut.Read(TickMetrics.Unknown));
        Assert.Equal(1, _sut.Read(BackendMetrics.Rows));
        Assert.Equal(1, _sut.Read(BackendMetrics.Unknown));
        Assert.Equal(1, _sut.Read(BackendMetrics.Clients));
        Assert.Equal(1, _sut.Read(TickMetrics.Subscriptions));
        Assert.Equal(1, _sut.Count(BackendMetrics.TickAge));
        Assert.InRange(_sut.Read(BackendMetrics.TickAge), 0, 20);
        Assert.InRange(_sut.Read(BackendMetrics.FlushDuration), 0, 20);
    }

    [Fact]
    public async Task Read_ClientLeavesAndTalksNonsense_FollowsBoth()
    {
        using var client = await SocketClient.ConnectAsync(_address);
        await client.SendAsync("nonsense");
        await client.SendAsync("""{"params":{"symbol":"TSLA"}}""");
        await Eventually.HoldsAsync(() => _sut.Read(TickMetrics.Subscriptions) == 1);
        Assert.Equal(1, _sut.Read(BackendMetrics.Ignored));

        await client.CloseAsync();

        await Eventually.HoldsAsync(() => _sut.Read(BackendMetrics.Clients) == 0);
        await Eventually.HoldsAsync(() => _sut.Read(TickMetrics.Subscriptions) == 0 && _sut.Read(TickMetrics.Readers) == 0);
    }

    [Fact]
    public async Task Read_TicksThatNobodyTookInTime_AreConflated()
    {
        using var slow = _host.Book.Subscribe(["TSLA", "AAPL"]);
        _host.Ticks.Publish("TSLA", 1);
        _host.Ticks.Publish("TSLA", 2);
        _host.Ticks.Publish("AAPL", 3);
        _host.Ticks.Publish("TSLA", 4);

        await Eventually.HoldsAsync(() => _sut.Read(TickMetrics.Received) == 4);

        Assert.Equal(2, _sut.Read(TickMetrics.Conflated));
        Assert.Equal(2, slow.Conflated);
    }

    [Fact]
    public async Task Read_CircuitsComeAndGo_FollowsThem()
    {
        var circuits = _host.Services.GetRequiredService<StudioMetrics>();

        await circuits.OnCircuitOpenedAsync(null!, CancellationToken.None);
        await circuits.OnCircuitOpenedAsync(null!, CancellationToken.None);
        await circuits.OnCircuitClosedAsync(null!, CancellationToken.None);

        Assert.Equal(1, _sut.Read(StudioMetrics.Circuits));
    }
}
