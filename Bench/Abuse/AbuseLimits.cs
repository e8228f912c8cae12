namespace LiveGridStudio.Bench.Abuse;

/// <summary>The resources that the host may use for a case.</summary>
/// <param name="CpuSeconds">Processor time.</param>
/// <param name="Megabytes">The most additional memory, as the operating system counts it.</param>
/// <param name="AnswerMegabytes">Size of the answer.</param>
internal sealed record AbuseLimits(double CpuSeconds, double Megabytes, double AnswerMegabytes)
{
    /// <summary>Any request.</summary>
    public static AbuseLimits OneRequest { get; } = new(2, 200, 16);

    /// <summary>Connections that send without end: their processor cost is proportional to what they send, their memory is not.</summary>
    public static AbuseLimits Connections { get; } = new(double.PositiveInfinity, 200, 16);
}
