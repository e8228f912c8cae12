namespace LiveGridStudio.Bench.Wide;

/// <summary>The result of the page's measurement while it scrolled.</summary>
/// <param name="Seconds">Duration of the measurement.</param>
/// <param name="Nodes">The most elements in the whole page.</param>
/// <param name="Empty">Share of the checks in which a cell was missing.</param>
/// <param name="Gaps">Between one frame and the next, in milliseconds.</param>
/// <param name="Tasks">Tasks of the page that took more than 50 ms.</param>
/// <param name="Messages">Number of messages over the page's sockets.</param>
/// <param name="Bytes">Bytes of those messages, decompressed.</param>
internal sealed record WideSample(double Seconds, int Nodes, double Empty, double[] Gaps, double[] Tasks, long Messages, long Bytes);
