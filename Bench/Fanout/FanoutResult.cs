using LiveGridStudio.Bench.Fanout.Fleet;

namespace LiveGridStudio.Bench.Fanout;

/// <summary>One measurement of one server.</summary>
/// <param name="Published">Ticks of all symbols in the measured window.</param>
/// <param name="Fleet">What the clients received of them.</param>
/// <param name="Seconds">Length of the window.</param>
/// <param name="ServerCpu">Processor seconds of the server in the window.</param>
/// <param name="FleetCpu">Processor seconds of the clients in the window.</param>
/// <param name="Allocated">Bytes that the server allocated in the window.</param>
/// <param name="IdleWorkingSet">Bytes that one idle client adds to the server's memory.</param>
/// <param name="IdleHeap">Bytes of objects that one idle client adds.</param>
internal sealed record FanoutResult(
    FanoutPlan Plan,
    int Published,
    FleetReport Fleet,
    double Seconds,
    double ServerCpu,
    double FleetCpu,
    double Allocated,
    double IdleWorkingSet,
    double IdleHeap)
{
    /// <value>What would have been delivered without conflation.</value>
    public long Offered => (long)Published * Plan.Clients;

    public double CpuMicrosecondsPerTick => ServerCpu * 1e6 / Fleet.Rows;
}
