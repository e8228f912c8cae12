using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid;

/// <summary>The newest frames of a feed, for whoever looks for mistakes in them. Bounded.</summary>
public sealed class RecentMessages
{
    /// <summary>Enough to see what a feed does, few enough to look at them again and again.</summary>
    public const int MaxCount = 40;

    private readonly Queue<PreviewMessage> _messages = new();

    /// <value>How many came in all: it tells whether there are new ones.</value>
    public long Total { get; private set; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<PreviewMessage> ToList() => [.. _messages];

    /// <param name="frames">Frames of one batch.</param>
    /// <param name="now">The session's time; that of a frame which does not say when it came.</param>
    /// <param name="utcNow">The same moment on the clock of <see cref="FeedFrame.ReceivedAt"/>.</param>
    internal void Add(IReadOnlyList<FeedFrame> frames, TimeSpan now, DateTimeOffset utcNow)
    {
        for (var i = Math.Max(0, frames.Count - MaxCount); i < frames.Count; i++)
        {
            if (_messages.Count == MaxCount)
            {
                _messages.Dequeue();
            }

            // A batch may hold what came long apart, above all while nobody watches.
            var age = frames[i].ReceivedAt is { } receivedAt && receivedAt < utcNow ? utcNow - receivedAt : TimeSpan.Zero;
            _messages.Enqueue(new PreviewMessage(now - age, frames[i]));
        }

        Total += frames.Count;
    }

    internal void Clear()
    {
        _messages.Clear();
        Total = 0;
    }
}
