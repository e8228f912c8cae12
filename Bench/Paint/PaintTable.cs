using LiveGridStudio.Bench.Reports;

namespace LiveGridStudio.Bench.Paint;

/// <summary>The tables of the suite: latency and smoothness, and cost.</summary>
internal sealed class PaintTable
{
    private readonly Table _seen = new(
        "page", "rows x Hz", "age p50 ms", "p95", "p99", "max", "frames/s", "gap p99 ms", "values/s", "per visible row");

    private readonly Table _costs = new(
        "page", "rows x Hz", "host cores", "browser cores", "long tasks/s", "longest ms", "messages/s", "KB/s", "bytes/painted row");

    public void Add(PaintResult result)
    {
        var (sample, plan) = (result.Sample, result.Plan);
        var perSecond = sample.Ages.Length / sample.Seconds;
        _seen.Add(
            result.Name,
            plan.Name,
            Figures.Fixed(Quantile(sample.Ages, 0.5), 0),
            Figures.Fixed(Quantile(sample.Ages, 0.95), 0),
            Figures.Fixed(Quantile(sample.Ages, 0.99), 0),
            Figures.Fixed(Quantile(sample.Ages, 1), 0),
            Figures.Fixed(sample.Gaps.Length / sample.Seconds, 1),
            Figures.Fixed(Quantile(sample.Gaps, 0.99), 0),
            Figures.Whole(perSecond),
            Figures.Fixed(perSecond / Math.Max(1, sample.Visible), 1));
        _costs.Add(
            result.Name,
            plan.Name,
            result.HostCores is { } cores ? Figures.Fixed(cores, 2) : "",
            Figures.Fixed(result.BrowserCores, 2),
            Figures.Fixed(sample.Tasks.Length / sample.Seconds, 1),
            Figures.Fixed(sample.Tasks.DefaultIfEmpty().Max(), 0),
            Figures.Fixed(sample.Messages / sample.Seconds, 0),
            Figures.Fixed(sample.Bytes / sample.Seconds / 1024, 1),
            Figures.Fixed(sample.Bytes / (double)Math.Max(1, sample.Ages.Length), 0));
    }

    public IEnumerable<Table> Parts() => [_seen, _costs];

    private static double Quantile(double[] values, double share)
    {
        if (values.Length == 0)
        {
            return double.NaN;
        }

        var sorted = values.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
