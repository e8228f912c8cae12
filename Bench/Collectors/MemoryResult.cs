using LiveGridStudio.Bench.Fanout;
using LiveGridStudio.Bench.Fanout.Server;

namespace LiveGridStudio.Bench.Collectors;

/// <summary>The memory of one host during load and quiet.</summary>
/// <param name="Fanout">The cost of a tick.</param>
/// <param name="Before">After the start and a few pages, collected.</param>
/// <param name="Loaded">The most memory that was seen under load, in bytes.</param>
/// <param name="Left">Immediately after all clients and pages have left.</param>
/// <param name="Quiet">After a time without clients.</param>
/// <param name="Later">After three times that.</param>
/// <param name="Collected">After a forced collection: the memory that is really in use.</param>
internal sealed record MemoryResult(
    CollectorSetting Setting,
    FanoutResult Fanout,
    ServerStats Before,
    long Loaded,
    ServerStats Left,
    ServerStats Quiet,
    ServerStats Later,
    ServerStats Collected);
