using LiveGridStudio.Bench.Fanout.Fleet;

namespace LiveGridStudio.Bench.Circuits;

/// <summary>The cost of pages for the server. Memory is the increase per page, after a collection.</summary>
/// <param name="Seconds">Length of the window.</param>
/// <param name="ServerCpu">Processor seconds of the server in it.</param>
/// <param name="Pages">What the pages received in it.</param>
/// <param name="Allocated">Bytes that the server allocated in it.</param>
/// <param name="IdleHeap">Bytes of objects per page before the first tick.</param>
/// <param name="IdleWorkingSet">Bytes of memory per page at that time.</param>
/// <param name="RunningHeap">Bytes of objects per page after the window, ticks still flowing.</param>
/// <param name="RunningWorkingSet">Bytes of memory per page at that time.</param>
internal sealed record CircuitsResult(
    CircuitsPlan Plan,
    double Seconds,
    double ServerCpu,
    FleetReport Pages,
    double Allocated,
    double IdleHeap,
    double IdleWorkingSet,
    double RunningHeap,
    double RunningWorkingSet);
