using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.E2E.Support;

/// <summary>
/// A clock that starts at a fixed moment, runs in real time, and jumps forward when a test says so: a page stays alive by itself, and a
/// wait of half a minute takes no time.
/// </summary>
internal sealed class LeapClock : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly Lock _turn = new();
    private readonly ITimer _pump;
    private long _seen = TimeProvider.System.GetTimestamp();

    public LeapClock() => _pump = TimeProvider.System.CreateTimer(_ => Follow(), null, Step, Step);

    public TimeProvider Time => _time;

    /// <summary>When this returns, every timer that is due until then has run, at its own time.</summary>
    public void Leap(TimeSpan distance)
    {
        lock (_turn)
        {
            _time.Advance(distance);
        }
    }

    public void Dispose() => _pump.Dispose();

    private void Follow()
    {
        // A slow step delays the next one; two never run at once.
        if (!_turn.TryEnter())
        {
            return;
        }

        try
        {
            var now = TimeProvider.System.GetTimestamp();
            _time.Advance(TimeProvider.System.GetElapsedTime(_seen, now));
            _seen = now;
        }
        finally
        {
            _turn.Exit();
        }
    }
}
