namespace LiveGridStudio.Bench.Fanout.Server;

/// <summary>The resource use that a measured server reports.</summary>
/// <param name="At">On <see cref="MonotonicClock"/>.</param>
/// <param name="CpuMicroseconds">Processor time of the whole process so far, in the kernel too.</param>
/// <param name="WorkingSet">Bytes in memory, as the operating system counts them.</param>
/// <param name="Heap">Bytes of live and not yet collected objects.</param>
/// <param name="Allocated">Bytes allocated so far.</param>
internal sealed record ServerStats(long At, double CpuMicroseconds, long WorkingSet, long Heap, long Allocated)
{
    /// <param name="collect">Whether to collect garbage and release free memory first, so that the rest is in use.</param>
    public static ServerStats Take(bool collect)
    {
        if (collect)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        return new ServerStats(
            MonotonicClock.Now,
            Environment.CpuUsage.TotalTime.TotalMicroseconds,
            Environment.WorkingSet,
            GC.GetTotalMemory(forceFullCollection: false),
            GC.GetTotalAllocatedBytes());
    }
}
