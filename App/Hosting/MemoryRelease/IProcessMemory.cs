namespace LiveGridStudio.App.Hosting.MemoryRelease;

/// <summary>What this process uses; a test has its own.</summary>
internal interface IProcessMemory
{
    /// <value>Processor time since the start.</value>
    TimeSpan Processor { get; }

    /// <value>Bytes of objects made since the start.</value>
    long Allocated { get; }

    /// <value>Bytes in memory, as the operating system counts them.</value>
    long WorkingSet { get; }

    /// <summary>Collects all garbage and gives free memory back. All threads of the process wait meanwhile.</summary>
    void Release();
}
