using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Grid.Session;

namespace LiveGridStudio.Shared.Grid.Log;

/// <summary>
/// The newest frames of a feed as they came, what each did, and how many there are per second; all in memory that never
/// grows beyond its bounds. Belongs to one thread, that of the <see cref="GridModel"/>. It records while it is attached
/// to a <see cref="GridSession"/> and not paused; the time in between counts as not looked at, not as silence.
/// </summary>
public sealed partial class FrameLog
{
    /// <summary>Frames that are kept.</summary>
    public const int MaxFrames = 300;

    /// <summary>About what the kept frames may take together.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Characters of a frame's text that are kept.</summary>
    public const int MaxTextLength = 4096;

    /// <summary>Fields of a row that are told of.</summary>
    public const int MaxFieldsPerRow = 40;

    /// <summary>Once the rows of a frame take about this, no more are kept.</summary>
    public const int MaxRowBytes = 16 * 1024;

    /// <summary>Characters of a name, an id or a value that are kept.</summary>
    public const int MaxNameLength = 60;

    private readonly TimeProvider _timeProvider;
    private readonly long _startedAt;
    private readonly FrameRing _ring = new(MaxFrames, MaxBytes);
    private readonly RateWindow _window = new();
    private long _number;
    private int _attached;

    public FrameLog(TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        _timeProvider = timeProvider;
        _startedAt = timeProvider.GetTimestamp();
    }

    public bool IsPaused { get; private set; }

    /// <value>Whether frames are being kept: attached, and not paused.</value>
    public bool IsRecording => _attached > 0 && !IsPaused;

    /// <value>Frames that went by since the pause began; they are not kept.</value>
    public long Passed { get; private set; }

    /// <value>Grows with each frame, pause and clearing; the passing of time alone does not count.</value>
    public long Version { get; private set; }

    public FrameTotals Totals { get; private set; }

    /// <value>Frames that are kept now.</value>
    public int Count => _ring.Count;

    /// <value>About what they take.</value>
    public int Bytes => _ring.Bytes;

    /// <summary>Keeps what is there as it is, until <see cref="Resume"/>.</summary>
    public void Pause()
    {
        var wasRecording = IsRecording;
        IsPaused = true;
        Passed = 0;
        Turn(wasRecording);
    }

    public void Resume()
    {
        var wasRecording = IsRecording;
        IsPaused = false;
        Passed = 0;
        Turn(wasRecording);
    }

    /// <summary>Forgets frames and totals; the series of the last minute stays.</summary>
    public void Clear()
    {
        _ring.Clear();
        Totals = default;
        Passed = 0;
        Version++;
    }

    /// <summary>What happens per second, over the last ten seconds; null until a whole second has been looked at.</summary>
    public FrameRates? Rates()
    {
        Catch();
        return _window.Rates();
    }

    /// <summary>Sixty seconds, oldest first, without the one that is running. The list is reused by the next call.</summary>
    public IReadOnlyList<FrameSecond> LastMinute()
    {
        Catch();
        return _window.Series();
    }

    /// <summary>Frames that a filter lets through, newest first.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="matches">How many there are in all.</param>
    public IReadOnlyList<LoggedFrame> Find(FrameFilter filter, int limit, out int matches)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var found = new List<LoggedFrame>(Math.Min(limit, Count));
        matches = 0;
        for (var age = 0; age < Count; age++)
        {
            if (!filter.Matches(_ring[age]))
            {
                continue;
            }

            matches++;
            if (found.Count < limit)
            {
                found.Add(_ring[age]);
            }
        }

        return found;
    }

    private TimeSpan Now => _timeProvider.GetElapsedTime(_startedAt);

    /// <summary>Time stands still for a log that does not record.</summary>
    private void Catch()
    {
        if (IsRecording)
        {
            _window.Advance(Now);
        }
    }

    private void Turn(bool wasRecording)
    {
        if (wasRecording != IsRecording)
        {
            _window.Look(IsRecording, Now);
        }

        Version++;
    }
}

/// <summary>One second of the last minute.</summary>
/// <param name="Frames">Frames that came in it; null when nobody was looking for all of it.</param>
/// <param name="Age">The greatest age that the newest tick reached in it; null when there was none to be old.</param>
public readonly record struct FrameSecond(int? Frames, TimeSpan? Age);
