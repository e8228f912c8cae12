using System.Diagnostics;

namespace LiveGridStudio.Bench.Fanout;

/// <summary>The machine's monotonic clock in microseconds; all processes read the same time.</summary>
internal static class MonotonicClock
{
    public static long Now => (long)Stopwatch.GetElapsedTime(0).TotalMicroseconds;
}
