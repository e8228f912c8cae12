using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Grid.Session;

namespace LiveGridStudio.Shared.Grid.Log;

/// <summary>
/// The newest frames of a feed, their effects, and the rates per second, in bounded memory. Belongs to one thread, that of the <see
/// cref="GridModel"/>. It records while it is attached to a <see cref="GridSession"/> and not paused; the time in between counts as
/// unobserved, not as silence.
/// </summary>
public sealed partial class FrameLog
{
    /// <summary>The most frames that are kept.</summary>
    public const int MaxFrames = 300;

    /// <summary>The approximate memory limit of all kept frames, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>The most characters of a frame's text that are kept.</summary>
    public const int MaxTextLength = 4096;

    /// <summary>The most fields that are listed for a row.</summary>
    public const int MaxFieldsPerRow = 40;

    /// <summary>The approximate memory for the rows of one frame, in bytes; further rows are not kept.</summary>
    public const int MaxRowBytes = 16 * 1024;

    /// <summary>The most characters of a name, an id or a value that are kept.</summary>
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

    /// <value>Number of frames since the pause began; they are not kept.</value>
    public long Passed { get; private set; }

    /// <value>Increases with each frame, pause and clearing; passing time alone does not change it.</value>
    public long Version { get; private set; }

    public FrameTotals Totals { get; private set; }

    /// <value>Frames that are kept now.</value>
    public int Count => _ring.Count;

    /// <value>Their approximate memory, in bytes.</value>
    public int Bytes => _ring.Bytes;

    /// <summary>Stops recording and keeps the frames until <see cref="Resume"/>.</summary>
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

    /// <summary>Removes frames and totals; the series of the last minute stays.</summary>
    public void Clear()
    {
        _ring.Clear();
        Totals = default;
        Passed = 0;
        Version++;
    }

    /// <summary>The rates over the last ten seconds; null until one whole second has been observed.</summary>
    public FrameRates? Rates()
    {
        Catch();
        return _window.Rates();
    }

    /// <summary>The last sixty whole seconds, oldest first, without the current one. The next call reuses the list.</summary>
    public IReadOnlyList<FrameSecond> LastMinute()
    {
        Catch();
        return _window.Series();
    }

    /// <summary>The frames that match a filter, newest first.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="limit">The most frames to return.</param>
    /// <param name="matches">Number of all matching frames.</param>
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

    /// <summary>Advances the time window, unless the log is not recording.</summary>
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
/// <param name="Frames">Frames received in it; null when the second was not observed as a whole.</param>
/// <param name="Age">The greatest age of the newest tick during it; null when there was no tick.</param>
public readonly record struct FrameSecond(int? Frames, TimeSpan? Age);
