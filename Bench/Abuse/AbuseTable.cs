using LiveGridStudio.Bench.Reports;

namespace LiveGridStudio.Bench.Abuse;

/// <summary>Measured cases as a table, group by group.</summary>
internal sealed class AbuseTable
{
    private const double Kilobyte = 1024;

    private readonly Table _table = new(
        "case", "KB sent", "status", "CPU s", "peak MB", "MB allocated", "answer KB", "seconds", "within");

    public void Add(AbuseResult result) => _table.Add(
        $"{result.Case.Idea}: {result.Case.Name}",
        Figures.Whole(result.Answer.Sent / Kilobyte),
        result.Answer.Status,
        Figures.Fixed(result.CpuSeconds, 2),
        Figures.Whole(Math.Max(0, result.PeakMegabytes)),
        result.AllocatedMegabytes is { } allocated ? Figures.Whole(allocated) : "",
        Figures.Whole(result.Answer.Received / Kilobyte),
        Figures.Fixed(result.Seconds, 1),
        result.Over.Count == 0 ? "yes" : "no: " + string.Join(", ", result.Over));

    public override string ToString() => _table.ToString();
}
