namespace LiveGridStudio.Bench.Abuse;

/// <summary>What a case cost the host.</summary>
/// <param name="Answer">The answer of the host; if the host was killed, its status is the reason.</param>
/// <param name="CpuSeconds">Processor time of the whole process.</param>
/// <param name="PeakMegabytes">The most memory beyond what it had before, as the operating system counts it.</param>
/// <param name="AllocatedMegabytes">Megabytes allocated; null when the host was killed.</param>
/// <param name="Seconds">Elapsed time.</param>
/// <param name="Lives">Whether the host answers other requests afterwards.</param>
internal sealed record AbuseResult(
    AbuseCase Case,
    AbuseAnswer Answer,
    double CpuSeconds,
    double PeakMegabytes,
    double? AllocatedMegabytes,
    double Seconds,
    bool Lives)
{
    /// <value>The exceeded limits; empty when there are none.</value>
    public IReadOnlyList<string> Over =>
    [
        .. CpuSeconds > Case.Limits.CpuSeconds ? ["CPU"] : Array.Empty<string>(),
        .. PeakMegabytes > Case.Limits.Megabytes ? ["memory"] : Array.Empty<string>(),
        .. Answer.Received > Case.Limits.AnswerMegabytes * 1024 * 1024 ? ["answer"] : Array.Empty<string>(),
        .. (Answer.Status == "500" || Answer.Status.Contains("x 500", StringComparison.Ordinal)) ? ["status"] : Array.Empty<string>(),
        .. Lives ? Array.Empty<string>() : ["host gone"],
    ];
}
