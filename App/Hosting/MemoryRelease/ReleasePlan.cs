namespace LiveGridStudio.App.Hosting.MemoryRelease;

/// <summary>
/// Decides when to release memory: after a time in which the host did little, if the process has grown since the last release. Not while
/// the host is busy, because a collection stops all threads.
/// </summary>
/// <param name="releaseAfter">How long the host must be quiet.</param>
internal sealed class ReleasePlan(TimeSpan releaseAfter)
{
    /// <summary>
    /// Allocation below this counts as quiet, in bytes per second. A page with a live grid allocates about half a megabyte per second.
    /// </summary>
    public const double QuietBytesPerSecond = 4 * 1024 * 1024;

    /// <summary>
    /// Processor use below this counts as quiet, in cores. Needed because sending ticks to many clients allocates almost nothing.
    /// </summary>
    public const double QuietCores = 0.2;

    /// <summary>Growth in bytes below which a collection is not worth its cost.</summary>
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

    /// <summary>Whether to release memory now; then call <see cref="Released"/>.</summary>
    /// <param name="elapsed">Time since the last call.</param>
    /// <param name="processor">Processor time since the start of the process.</param>
    /// <param name="allocated">Bytes allocated since the start of the process.</param>
    /// <param name="workingSet">Bytes in memory.</param>
    public bool Look(TimeSpan elapsed, TimeSpan processor, long allocated, long workingSet)
    {
        var isQuiet = allocated - _allocated <= QuietBytesPerSecond * elapsed.TotalSeconds
            && processor - _processor <= QuietCores * elapsed;
        (_processor, _allocated) = (processor, allocated);
        _quiet = isQuiet ? _quiet + elapsed : TimeSpan.Zero;
        return (_quiet >= releaseAfter && workingSet - _floor >= WorthBytes) || (_isSecondDue && _quiet >= PoolAge);
    }

    /// <param name="workingSet">Bytes in memory after the release.</param>
    public void Released(long workingSet)
    {
        // One follow-up per growth: a release without growth is the follow-up itself, and the last one.
        _isSecondDue = !(_isSecondDue && _quiet >= PoolAge);
        _floor = workingSet;
        _quiet = TimeSpan.Zero;
    }
}
