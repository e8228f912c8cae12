namespace LiveGridStudio.Shared.Tables;

/// <summary>
/// A <see cref="WakeSignal"/> with a time limit: one reader waits until it is called or the time is up, again and again, with one timer and
/// without an allocation for each wait. Any thread may wake; one reader at a time may wait.
/// </summary>
internal sealed class WakeTimer : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The timer may fire while somebody holds a lock, so the reader goes on elsewhere.</summary>
    private readonly WakeSignal _signal = new(wakesInline: false);
    private readonly ITimer _timer;

    public WakeTimer(TimeProvider timeProvider) => _timer = timeProvider.CreateTimer(
        static signal => ((WakeSignal)signal!).Wake(), _signal, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Ends the wait, or the next one when nobody waits.</summary>
    public void Wake() => _signal.Wake();

    /// <summary>Lets this wait and all further ones answer false.</summary>
    public void End() => _signal.End();

    /// <summary>True when woken, true when the time is up, false once ended. It may answer too early, so the reader looks at the clock.</summary>
    /// <param name="left">Zero or less answers at once; <see cref="TimeSpan.MaxValue"/> waits until woken.</param>
    public ValueTask<bool> WaitAsync(TimeSpan left)
    {
        if (left <= TimeSpan.Zero)
        {
            _signal.Wake();
        }
        else
        {
            // A timer counts whole milliseconds: the rest of one would be none, and the reader a loop without a rest.
            var limit = left < Longest ? TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)) : Longest;
            _timer.Change(left == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan : limit, Timeout.InfiniteTimeSpan);
        }

        return _signal.WaitAsync(CancellationToken.None);
    }

    public void Dispose() => _timer.Dispose();
}
