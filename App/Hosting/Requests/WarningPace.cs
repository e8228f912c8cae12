namespace LiveGridStudio.App.Hosting.Requests;

/// <summary>Limits warnings to one a minute, whatever the cause, so that a page that retries does not fill the log.</summary>
internal sealed class WarningPace(TimeProvider timeProvider)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private long _warnedAt;

    public bool IsTime()
    {
        var now = timeProvider.GetTimestamp();
        var before = Interlocked.Read(ref _warnedAt);
        return (before == 0 || timeProvider.GetElapsedTime(before, now) >= Interval)
            && Interlocked.CompareExchange(ref _warnedAt, now, before) == before;
    }
}
