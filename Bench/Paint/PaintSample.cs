using LiveGridStudio.Bench.Abuse.Bodies;

namespace LiveGridStudio.Bench.Paint;

/// <summary>What the probe answers.</summary>
/// <param name="Seconds">How long it looked.</param>
/// <param name="Visible">Rows in view.</param>
/// <param name="Ages">Of each painted value, in milliseconds.</param>
/// <param name="Gaps">Between one frame and the next, in milliseconds.</param>
/// <param name="Tasks">Tasks of the page that took more than 50 ms.</param>
/// <param name="Messages">What came over the page's sockets.</param>
/// <param name="Bytes">The same, unpacked.</param>
internal sealed record PaintSample(
    double Seconds, int Visible, double[] Ages, double[] Gaps, double[] Tasks, long Messages, long Bytes);
