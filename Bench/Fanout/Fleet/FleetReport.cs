namespace LiveGridStudio.Bench.Fanout.Fleet;

/// <summary>What a fleet received.</summary>
/// <param name="Rows">Ticks delivered, summed over the clients.</param>
/// <param name="Frames">Frames that carried at least one of those rows.</param>
/// <param name="Bytes">Their payloads.</param>
/// <param name="Closed">Connections that the server closed.</param>
/// <param name="Ages">Milliseconds from publication to arrival, at each of <see cref="Percentiles"/>.</param>
internal sealed record FleetReport(long Rows, long Frames, long Bytes, int Closed, double[] Ages)
{
    public static IReadOnlyList<double> Percentiles { get; } = [50, 95, 99, 100];
}
