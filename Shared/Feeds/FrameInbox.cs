using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.Shared.Feeds;

/// <summary>
/// Queues frames between the wire and one reader. Each frame is parsed once, on arrival. Frames are not conflated: depending on the merge
/// policy partial updates add up or replace one another, a repeated value still marks a change, rows without ids append, and findings
/// depend on the contents of one batch, so two frames of a row cannot be combined. A reader that is too far behind loses the oldest frames
/// instead; <see cref="FeedCounters.Dropped"/> counts them. Thread-safe.
/// </summary>
public sealed class FrameInbox(FrameInboxLimits limits, TimeProvider timeProvider)
{
    /// <summary>The most bytes of a frame's text that are kept for the message list.</summary>
    private const int MostTextBytes = 8192;

    private readonly Lock _arriving = new();
    private readonly Lock _gate = new();
    private readonly KeyInterner _names = new();
    private readonly Queue<(FeedFrame Frame, int Bytes)> _waiting = new();

    /// <summary>Frames are added while senders hold locks, so the reader must not continue on the sender's thread.</summary>
    private readonly WakeSignal _signal = new(wakesInline: false);

    private FeedCounters _counters;
    private long _waitingBytes;

    public FeedCounters Counters
    {
        get
        {
            lock (_gate)
            {
                return _counters;
            }
        }
    }

    /// <summary>Adds a received frame and wakes the reader.</summary>
    public void Add(ReadOnlySpan<byte> utf8)
    {
        var now = timeProvider.GetUtcNow();
        lock (_arriving)
        {
            // A browser's JSON.parse fails on a byte order mark in a frame.
            JsValue value = default;
            var isReadable = !utf8.StartsWith("\uFEFF"u8) && JsonText.TryParse(utf8, out value, out _, _names);
            var frame = isReadable ? new FeedFrame(value) : FeedFrame.Unreadable;
            var (text, omitted) = Utf8Start.Of(utf8, MostTextBytes);
            Enqueue(frame with { Text = text, OmittedCharacters = omitted, ReceivedAt = now }, utf8.Length, now);
        }

        Wake();
    }

    /// <summary>Counts a frame that was too large to be kept.</summary>
    /// <param name="bytes">The size of the whole frame.</param>
    public void Skip(long bytes)
    {
        var now = timeProvider.GetUtcNow();
        lock (_arriving)
        {
            Count(rows: 0, bytes, now, dropped: 1);
        }

        Wake();
    }

    public void Drain(List<FeedFrame> into)
    {
        lock (_gate)
        {
            into.AddRange(_waiting.Select(static waiting => waiting.Frame));
            Empty();
        }
    }

    /// <summary>Discards pending frames: they belong to parameters that are no longer shown.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            Empty();
        }
    }

    /// <summary>Waits until there may be something to drain, or <see cref="Wake"/> is called. False once completed.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _signal.WaitAsync(cancellationToken);

    public void Wake() => _signal.Wake();

    /// <summary>Ends every wait.</summary>
    /// <param name="fault">An exception for the waiting reader; null at a normal end.</param>
    public void Complete(Exception? fault = null) => _signal.End(fault);

    private void Enqueue(FeedFrame frame, int bytes, DateTimeOffset now)
    {
        lock (_gate)
        {
            _waiting.Enqueue((frame, bytes));
            _waitingBytes += bytes;
            var dropped = 0;
            while (_waiting.Count > 1 && (_waiting.Count > limits.MaxFrames || _waitingBytes > limits.MaxBytes))
            {
                _waitingBytes -= _waiting.Dequeue().Bytes;
                dropped++;
            }

            Count(frame.Value.IsList ? frame.Value.List.Count : frame.Value.IsObject ? 1 : 0, bytes, now, dropped);
        }
    }

    private void Count(int rows, long bytes, DateTimeOffset now, int dropped)
    {
        lock (_gate)
        {
            _counters = _counters with
            {
                Frames = _counters.Frames + 1,
                Rows = _counters.Rows + rows,
                Bytes = _counters.Bytes + bytes,
                Dropped = _counters.Dropped + dropped,
                LastFrameAt = now,
            };
        }
    }

    private void Empty()
    {
        _waiting.Clear();
        _waitingBytes = 0;
    }
}
