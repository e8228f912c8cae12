namespace LiveGridStudio.Shared.Feeds;

/// <summary>Keeps the newest frames of a feed, bounded by number and by size. Safe for any thread.</summary>
/// <param name="maxFrames">Older frames than these are forgotten.</param>
/// <param name="maxLetters">The most letters of all kept texts together; the newest frame is kept whatever its size.</param>
public sealed class FrameHistory(int maxFrames = 500, int maxLetters = 1024 * 1024) : IFrameObserver
{
    private readonly Lock _gate = new();
    private readonly Queue<ReceivedFrame> _frames = new();
    private long _letters;
    private long _total;

    /// <value>Frames that came so far, forgotten ones included. Grows by one with each.</value>
    public long Total => Interlocked.Read(ref _total);

    public void OnFrame(ReceivedFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        lock (_gate)
        {
            _frames.Enqueue(frame);
            _letters += frame.Text.Length;
            Interlocked.Increment(ref _total);
            while (_frames.Count > 1 && (_frames.Count > maxFrames || _letters > maxLetters))
            {
                _letters -= _frames.Dequeue().Text.Length;
            }
        }
    }

    /// <summary>The kept frames, newest first.</summary>
    public IReadOnlyList<ReceivedFrame> Newest()
    {
        lock (_gate)
        {
            var frames = _frames.ToArray();
            Array.Reverse(frames);
            return frames;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _frames.Clear();
            _letters = 0;
        }
    }
}
