namespace LiveGridStudio.Bench.Abuse;

/// <summary>What a case cost the host.</summary>
/// <param name="Answer">What the host said; its status is what ended it when it was ended.</param>
/// <param name="CpuSeconds">Processor time of the whole process.</param>
/// <param name="PeakMegabytes">Most memory on top of what it had before, as the operating system counts it.</param>
/// <param name="AllocatedMegabytes">Objects made; null when the host was ended.</param>
/// <param name="Seconds">On the clock.</param>
/// <param name="Lives">The host answers other requests afterwards.</param>
internal sealed record AbuseResult(
    AbuseCase Case,
    AbuseAnswer Answer,
    double CpuSeconds,
    double PeakMegabytes,
    double? AllocatedMegabytes,
    double Seconds,
    bool Lives)
{
    /// <value>What is over the limits; empty when all is within them.</value>
    public IReadOnlyList<string> Over =>
    [
        .. CpuSeconds > Case.Limits.CpuSeconds ? ["CPU"] : Array.Empty<string>(),
        .. PeakMegabytes > Case.Limits.Megabytes ? ["memory"] : Array.Empty<string>(),
        .. Answer.Received > Case.Limits.AnswerMegabytes * 1024 * 1024 ? ["answer"] : Array.Empty<string>(),
        .. (Answer.Status == "500" || Answer.Status.Contains("x 500", StringComparison.Ordinal)) ? ["status"] : Array.Empty<string>(),
        .. Lives ? Array.Empty<string>() : ["host gone"],
    ];
}
