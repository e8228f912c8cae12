using LiveGridStudio.Bench.Abuse.Bodies;

namespace LiveGridStudio.Bench.Wide;

/// <summary>What the page saw while it scrolled.</summary>
/// <param name="Seconds">How long it looked.</param>
/// <param name="Nodes">The most elements in the whole page.</param>
/// <param name="Empty">Share of the looks at which no cell was where one belongs.</param>
/// <param name="Gaps">Between one frame and the next, in milliseconds.</param>
/// <param name="Tasks">Tasks of the page that took more than 50 ms.</param>
/// <param name="Messages">What came over the page's sockets.</param>
/// <param name="Bytes">The same, unpacked.</param>
internal sealed record WideSample(double Seconds, int Nodes, double Empty, double[] Gaps, double[] Tasks, long Messages, long Bytes);
