using System.Threading.Channels;
using LiveGridStudio.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>A clock that tells of each timer once it runs, so that a test advances the time when, and as far as, somebody waits.</summary>
internal sealed class WaitClock() : FakeTimeProvider(TestBook.Start)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    /// <value>Timers of these lengths are limits that nobody waits for.</value>
    public HashSet<TimeSpan> Limits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && !Limits.Contains(dueTime))
        {
            _waits.Writer.TryWrite(dueTime);
        }

        return timer;
    }

    /// <summary>How long is waited next. The time stands still.</summary>
    public async Task<TimeSpan> WaitedAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _waits.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Lets the next wait end.</summary>
    /// <returns>How long it was.</returns>
    public async Task<TimeSpan> PassAsync()
    {
        var wait = await WaitedAsync();
        Advance(wait);
        return wait;
    }
}
