using LiveGridStudio.Bench.Reports;

namespace LiveGridStudio.Bench.Fanout;

/// <summary>Measurements as three tables: what was delivered, what it cost, how old it was.</summary>
internal sealed class FanoutTable
{
    private readonly Table _delivered = new(
        "server", "clients x symbols x Hz", "ticks/s delivered", "of published", "conflated", "frames/s", "rows/frame", "MB/s", "closed");

    private readonly Table _cost = new(
        "server", "clients x symbols x Hz", "CPU us/tick", "to yardstick", "CPU us/frame", "cores", "clients' cores",
        "bytes allocated/tick", "idle KB/client", "of it objects");

    private readonly Table _ages = new("server", "clients x symbols x Hz", "age p50 ms", "p95", "p99", "max");
    private double? _yardstick;

    public void AddYardstick(string name, FanoutResult result)
    {
        _yardstick = result.CpuMicrosecondsPerTick;
        Add(name, result);
    }

    public void Add(string name, FanoutResult result)
    {
        var (plan, fleet) = (result.Plan, result.Fleet);
        var load = $"{plan.Clients} x {plan.Symbols} x {plan.Hertz:0.##}";
        _delivered.Add(
            name, load,
            Figures.Whole(fleet.Rows / result.Seconds),
            Figures.Percent(fleet.Rows / (double)result.Offered),
            Figures.Whole(result.Offered - fleet.Rows),
            Figures.Whole(fleet.Frames / result.Seconds),
            Figures.Fixed(fleet.Rows / (double)fleet.Frames, 1),
            Figures.Fixed(fleet.Bytes / result.Seconds / 1e6, 1),
            Figures.Whole(fleet.Closed));
        _cost.Add(
            name, load,
            Figures.Fixed(result.CpuMicrosecondsPerTick, 2),
            _yardstick is { } yardstick ? Figures.Fixed(result.CpuMicrosecondsPerTick / yardstick, 2) : "-",
            Figures.Fixed(result.ServerCpu * 1e6 / fleet.Frames, 2),
            Figures.Fixed(result.ServerCpu / result.Seconds, 2),
            Figures.Fixed(result.FleetCpu / result.Seconds, 2),
            Figures.Fixed(result.Allocated / fleet.Rows, 1),
            Figures.Fixed(result.IdleWorkingSet / 1024, 1),
            Figures.Fixed(result.IdleHeap / 1024, 1));
        _ages.Add([name, load, .. fleet.Ages.Select(static age => Figures.Fixed(age, 1))]);
    }

    public IEnumerable<Table> Parts() => [_delivered, _cost, _ages];
}
