namespace LiveGridStudio.App.Hosting.MemoryRelease;

/// <summary>The resource use of this process, as the runtime reports it.</summary>
internal sealed class ProcessMemory : IProcessMemory
{
    public TimeSpan Processor => Environment.CpuUsage.TotalTime;

    public long Allocated => GC.GetTotalAllocatedBytes();

    public long WorkingSet => Environment.WorkingSet;

    public void Release() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
