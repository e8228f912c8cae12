using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Feeds;

/// <summary>
/// The newest frames of a feed, for lints of messages. Also keeps the newest frames that have a null in a list, which are rare and lose the
/// whole frame. Bounded in frames and in rows; the text of a frame is not kept.
/// </summary>
public sealed class RecentFrames
{
    /// <summary>Enough to show what a feed sends, few enough to lint them repeatedly.</summary>
    public const int MaxCount = 100;

    /// <summary>The most row objects in all kept frames; the newest frame is kept whatever its size.</summary>
    public const int MaxRows = 2000;

    /// <summary>The most frames with a null that are kept besides the newest.</summary>
    public const int MaxWithNull = 3;

    private readonly Queue<Kept> _newest = new();
    private readonly Queue<Kept> _withNull = new();
    private int _rows;
    private long _batches;

    /// <value>Number of frames received; it shows whether there are new ones.</value>
    public long Total { get; private set; }

    /// <value>Whether all received frames are still kept.</value>
    internal bool IsWhole => Total == _newest.Count;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<PreviewMessage> ToList() => [.. _withNull.Concat(_newest).Select(static kept => kept.Message)];

    /// <param name="frames">Frames of one batch.</param>
    /// <param name="now">The session's time; used for frames that do not say when they arrived.</param>
    /// <param name="utcNow">The same moment, on the clock of <see cref="FeedFrame.ReceivedAt"/>.</param>
    internal void Add(IReadOnlyList<FeedFrame> frames, TimeSpan now, DateTimeOffset utcNow)
    {
        _batches++;
        foreach (var frame in frames)
        {
            // A batch may hold frames that arrived far apart, above all while the page is hidden.
            var age = frame.ReceivedAt is { } receivedAt && receivedAt < utcNow ? utcNow - receivedAt : TimeSpan.Zero;
            var items = frame.Value.List;
            _newest.Enqueue(new Kept(
                new PreviewMessage(now - age, frame with { Text = null }), Math.Max(1, items.Count), items.Any(static item => item.IsNull))
            {
                Batch = _batches,
                AppliedAt = now,
            });
            _rows += Math.Max(1, items.Count);
            while (_newest.Count > MaxCount || (_newest.Count > 1 && _rows > MaxRows))
            {
                Leave(_newest.Dequeue());
            }
        }

        Total += frames.Count;
    }

    /// <summary>The newest frames as they were applied, batch by batch.</summary>
    internal IEnumerable<(TimeSpan At, IReadOnlyList<FeedFrame> Frames)> Batches() => _newest
        .GroupBy(static kept => kept.Batch)
        .Select(static batch => (batch.First().AppliedAt, (IReadOnlyList<FeedFrame>)[.. batch.Select(static kept => kept.Message.Frame)]));

    internal void Clear()
    {
        _newest.Clear();
        _withNull.Clear();
        _rows = 0;
        Total = 0;
    }

    private void Leave(Kept kept)
    {
        _rows -= kept.Rows;
        if (kept.HasNull && kept.Rows <= MaxRows)
        {
            if (_withNull.Count == MaxWithNull)
            {
                _withNull.Dequeue();
            }

            _withNull.Enqueue(kept);
        }
    }

    private readonly record struct Kept(PreviewMessage Message, int Rows, bool HasNull)
    {
        public long Batch { get; init; }

        public TimeSpan AppliedAt { get; init; }
    }
}
