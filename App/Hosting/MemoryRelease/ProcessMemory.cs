namespace LiveGridStudio.App.Hosting.MemoryRelease;

/// <summary>What this process uses, as the runtime tells of it.</summary>
internal sealed class ProcessMemory : IProcessMemory
{
    public TimeSpan Processor => Environment.CpuUsage.TotalTime;

    public long Allocated => GC.GetTotalAllocatedBytes();

    public long WorkingSet => Environment.WorkingSet;

    public void Release() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
