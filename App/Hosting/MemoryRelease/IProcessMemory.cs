namespace LiveGridStudio.App.Hosting.MemoryRelease;

/// <summary>The resource use of this process; tests replace it.</summary>
internal interface IProcessMemory
{
    /// <value>Processor time since the start.</value>
    TimeSpan Processor { get; }

    /// <value>Bytes allocated since the start.</value>
    long Allocated { get; }

    /// <value>Bytes in memory, as the operating system counts them.</value>
    long WorkingSet { get; }

    /// <summary>Collects all garbage and returns free memory to the system. All threads of the process are stopped meanwhile.</summary>
    void Release();
}
