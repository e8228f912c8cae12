using LiveGridStudio.App.Hosting.MemoryRelease;

namespace LiveGridStudio.Tests.Unit.Hosting.MemoryRelease;

/// <summary>Memory figures set by a test; a release leaves <see cref="InUse"/>.</summary>
internal sealed class ScriptedMemory : IProcessMemory
{
    public TimeSpan Processor { get; set; }

    public long Allocated { get; set; }

    public long WorkingSet { get; set; }

    public long InUse { get; set; }

    public int Releases { get; private set; }

    public void Release()
    {
        Releases++;
        WorkingSet = InUse;
    }
}
