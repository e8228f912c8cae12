namespace LiveGridStudio.Bench.Paint;

/// <summary>The result of the probe.</summary>
/// <param name="Seconds">Duration of the measurement.</param>
/// <param name="Visible">Rows in view.</param>
/// <param name="Ages">Of each painted value, in milliseconds.</param>
/// <param name="Gaps">Between one frame and the next, in milliseconds.</param>
/// <param name="Tasks">Tasks of the page that took more than 50 ms.</param>
/// <param name="Messages">Number of messages over the page's sockets.</param>
/// <param name="Bytes">Bytes of those messages, decompressed.</param>
internal sealed record PaintSample(
    double Seconds, int Visible, double[] Ages, double[] Gaps, double[] Tasks, long Messages, long Bytes);
