namespace LiveGridStudio.Bench.Abuse;

/// <summary>What the host may spend on a case.</summary>
/// <param name="CpuSeconds">Processor time.</param>
/// <param name="Megabytes">Memory that it takes on top, at most, as the operating system counts it.</param>
/// <param name="AnswerMegabytes">Size of the answer.</param>
internal sealed record AbuseLimits(double CpuSeconds, double Megabytes, double AnswerMegabytes)
{
    /// <summary>Any request.</summary>
    public static AbuseLimits OneRequest { get; } = new(2, 200, 16);

    /// <summary>Connections that send for as long as they like: what they cost is in proportion to what they send, memory is not.</summary>
    public static AbuseLimits Connections { get; } = new(double.PositiveInfinity, 200, 16);
}
