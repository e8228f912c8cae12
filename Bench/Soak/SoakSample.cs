using LiveGridStudio.Bench.Fanout.Server;

namespace LiveGridStudio.Bench.Soak;

/// <summary>The host at one moment.</summary>
/// <param name="Seconds">Since the start of the soak.</param>
internal sealed record SoakSample(double Seconds, HostStats Host);
