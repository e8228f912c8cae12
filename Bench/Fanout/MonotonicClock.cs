using System.Diagnostics;

namespace LiveGridStudio.Bench.Fanout;

/// <summary>Microseconds of the machine's monotonic clock, which all its processes read alike.</summary>
internal static class MonotonicClock
{
    public static long Now => (long)Stopwatch.GetElapsedTime(0).TotalMicroseconds;
}
