namespace LiveGridStudio.App.Hosting.MemoryRelease;

/// <summary>
/// Decides when memory is given back: after a time in which the host did little, if the process has grown since the last
/// time. Not while it is busy, because a collection stops all threads.
/// </summary>
/// <param name="releaseAfter">How long the host has to be quiet.</param>
internal sealed class ReleasePlan(TimeSpan releaseAfter)
{
    /// <summary>A page on a live grid allocates about half a megabyte a second.</summary>
    public const double QuietBytesPerSecond = 4 * 1024 * 1024;

    /// <summary>Ticks to many clients allocate next to nothing, so that allocation alone would not tell that they flow.</summary>
    public const double QuietCores = 0.2;

    /// <summary>Growth below this is not worth a collection.</summary>
    public const long WorthBytes = 48 * 1024 * 1024;

    /// <summary>
    /// <see cref="System.Buffers.ArrayPool{T}.Shared"/> lets go of an array at a collection that comes a minute after one that found
    /// it unused. So what a large request has left there goes with a second collection.
    /// </summary>
    public static readonly TimeSpan PoolAge = TimeSpan.FromSeconds(75);

    private TimeSpan _quiet;
    private TimeSpan _processor;
    private long _allocated;
    private long _floor;
    private bool _isSecondDue;

    /// <summary>Whether to give memory back now; then <see cref="Released"/> is to be called.</summary>
    /// <param name="elapsed">Since the look before.</param>
    /// <param name="processor">Processor time since the start of the process.</param>
    /// <param name="allocated">Bytes of objects made since the start of the process.</param>
    /// <param name="workingSet">Bytes in memory.</param>
    public bool Look(TimeSpan elapsed, TimeSpan processor, long allocated, long workingSet)
    {
        var isQuiet = allocated - _allocated <= QuietBytesPerSecond * elapsed.TotalSeconds
            && processor - _processor <= QuietCores * elapsed;
        (_processor, _allocated) = (processor, allocated);
        _quiet = isQuiet ? _quiet + elapsed : TimeSpan.Zero;
        return (_quiet >= releaseAfter && workingSet - _floor >= WorthBytes) || (_isSecondDue && _quiet >= PoolAge);
    }

    /// <param name="workingSet">Bytes in memory after memory was given back.</param>
    public void Released(long workingSet)
    {
        // One follow-up per growth: without growth it comes from the follow-up itself, and that is the last.
        _isSecondDue = !(_isSecondDue && _quiet >= PoolAge);
        _floor = workingSet;
        _quiet = TimeSpan.Zero;
    }
}
