namespace LiveGridStudio.Shared.Tables;

/// <summary>
/// A <see cref="WakeSignal"/> with a time limit: one reader waits repeatedly until it is woken or the time is up, with one timer and no
/// allocation per wait. Any thread may wake; one reader at a time may wait.
/// </summary>
internal sealed class WakeTimer : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The timer may fire while its thread holds a lock, so the reader continues on another thread.</summary>
    private readonly WakeSignal _signal = new(wakesInline: false);
    private readonly ITimer _timer;

    public WakeTimer(TimeProvider timeProvider) => _timer = timeProvider.CreateTimer(
        static signal => ((WakeSignal)signal!).Wake(), _signal, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Ends the current wait, or the next one.</summary>
    public void Wake() => _signal.Wake();

    /// <summary>Makes this wait and all later ones return false.</summary>
    public void End() => _signal.End();

    /// <summary>True when woken or when the time is up, false once ended. It may return early, so the reader must check the clock.</summary>
    /// <param name="left">The time limit; zero or less returns at once, <see cref="TimeSpan.MaxValue"/> waits until woken.</param>
    public ValueTask<bool> WaitAsync(TimeSpan left)
    {
        if (left <= TimeSpan.Zero)
        {
            _signal.Wake();
        }
        else
        {
            // Round up to whole milliseconds, which timers count: a fraction would become 0, and the reader would loop without waiting.
            var limit = left < Longest ? TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)) : Longest;
            _timer.Change(left == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan : limit, Timeout.InfiniteTimeSpan);
        }

        return _signal.WaitAsync(CancellationToken.None);
    }

    public void Dispose() => _timer.Dispose();
}
