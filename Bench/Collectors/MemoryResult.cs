using LiveGridStudio.Bench.Fanout;
using LiveGridStudio.Bench.Fanout.Server;

namespace LiveGridStudio.Bench.Collectors;

/// <summary>One host through load and quiet.</summary>
/// <param name="Fanout">What a tick costs.</param>
/// <param name="Before">After the start and a few pages, collected.</param>
/// <param name="Loaded">The most memory that was seen under load, in bytes.</param>
/// <param name="Left">When all clients and pages have just gone.</param>
/// <param name="Quiet">After a time with nobody there.</param>
/// <param name="Later">After three times that.</param>
/// <param name="Collected">After a collection that was asked for: what is really in use.</param>
internal sealed record MemoryResult(
    CollectorSetting Setting,
    FanoutResult Fanout,
    ServerStats Before,
    long Loaded,
    ServerStats Left,
    ServerStats Quiet,
    ServerStats Later,
    ServerStats Collected);
