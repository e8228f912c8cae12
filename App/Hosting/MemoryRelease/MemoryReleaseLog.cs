namespace LiveGridStudio.App.Hosting.MemoryRelease;

/// <summary>Log messages of the memory release, ids 7000 to 7099.</summary>
internal static partial class MemoryReleaseLog
{
    [LoggerMessage(7000, LogLevel.Debug, "The host is quiet: of {Before} bytes in memory {After} are left, after {Pause}.")]
    public static partial void Released(ILogger logger, long before, long after, TimeSpan pause);
}
