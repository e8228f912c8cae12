using LiveGridStudio.Bench.Reports;

namespace LiveGridStudio.Bench.Fanout;

/// <summary>Measurements as three tables: what was delivered, what it cost, how old it was.</summary>
internal sealed class FanoutTable
{
    private readonly List<(string Name, bool IsYardstick, FanoutResult Result)> _results = [];

    /// <summary>What the others are compared with; the mean, if there are several.</summary>
    public void AddYardstick(string name, FanoutResult result) => _results.Add((name, true, result));

    public void Add(string name, FanoutResult result) => _results.Add((name, false, result));

    public IEnumerable<Table> Parts() => [Delivered(), Cost(), Ages()];

    private Table Delivered()
    {
        var table = new Table(
            "server", "clients x symbols x Hz", "ticks/s delivered", "of published", "conflated", "frames/s", "rows/frame", "MB/s", "closed");
        foreach (var (name, _, result) in _results)
        {
            var fleet = result.Fleet;
            table.Add(
                name, Load(result),
                Figures.Whole(fleet.Rows / result.Seconds),
                Figures.Percent(fleet.Rows / (double)result.Offered),
                Figures.Whole(result.Offered - fleet.Rows),
                Figures.Whole(fleet.Frames / result.Seconds),
                Figures.Fixed(fleet.Rows / (double)fleet.Frames, 1),
                Figures.Fixed(fleet.Bytes / result.Seconds / 1e6, 1),
                Figures.Whole(fleet.Closed));
        }

        return table;
    }

    private Table Cost()
    {
        var table = new Table(
            "server", "clients x symbols x Hz", "CPU us/tick", "to yardstick", "CPU us/frame", "cores", "clients' cores",
            "bytes allocated/tick", "idle KB/client", "of it objects");
        var yardstick = _results.Where(static entry => entry.IsYardstick)
            .Select(static entry => entry.Result.CpuMicrosecondsPerTick).DefaultIfEmpty(double.NaN).Average();
        foreach (var (name, _, result) in _results)
        {
            table.Add(
                name, Load(result),
                Figures.Fixed(result.CpuMicrosecondsPerTick, 2),
                double.IsNaN(yardstick) ? "-" : Figures.Fixed(result.CpuMicrosecondsPerTick / yardstick, 2),
                Figures.Fixed(result.ServerCpu * 1e6 / result.Fleet.Frames, 2),
                Figures.Fixed(result.ServerCpu / result.Seconds, 2),
                Figures.Fixed(result.FleetCpu / result.Seconds, 2),
                Figures.Fixed(result.Allocated / result.Fleet.Rows, 1),
                Figures.Fixed(result.IdleWorkingSet / 1024, 1),
                Figures.Fixed(result.IdleHeap / 1024, 1));
        }

        return table;
    }

    private Table Ages()
    {
        var table = new Table("server", "clients x symbols x Hz", "age p50 ms", "p95", "p99", "max");
        foreach (var (name, _, result) in _results)
        {
            table.Add([name, Load(result), .. result.Fleet.Ages.Select(static age => Figures.Fixed(age, 1))]);
        }

        return table;
    }

    private static string Load(FanoutResult result) => $"{result.Plan.Clients} x {result.Plan.Symbols} x {result.Plan.Hertz:0.##}";
}
