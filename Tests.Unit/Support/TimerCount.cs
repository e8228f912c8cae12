namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>A clock that counts its timers that have not been disposed. A timer of a closed page keeps the page in memory.</summary>
internal sealed class TimerCount(TimeProvider clock) : TimeProvider
{
    private int _held;

    public int Held => Volatile.Read(ref _held);

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Increment(ref _held);
        return new Timer(this, clock.CreateTimer(callback, state, dueTime, period));
    }

    private sealed class Timer(TimerCount count, ITimer timer) : ITimer
    {
        private int _isDisposed;

        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
            {
                Interlocked.Decrement(ref count._held);
            }

            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
