using System.Text;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Feeds.Sample;

/// <summary>
/// A feed without a backend: fixed rows, and fixed frames that are sent on demand, in a loop, or typed by hand. Parameters have no effect.
/// The state is live while the loop runs, else snapshot. Thread-safe.
/// </summary>
/// <param name="rows">The snapshot that every opening returns.</param>
/// <param name="frames">The texts of the given frames, JSON or not.</param>
/// <param name="timeProvider">The clock of the loop.</param>
public sealed class SampleFeed(
    JsValue rows, IReadOnlyList<string> frames, TimeProvider timeProvider) : IWidgetFeed
{
    private readonly FrameInbox _inbox = new(new FrameInboxLimits(), timeProvider);
    private readonly Lock _gate = new();
    private ITimer? _loop;
    private volatile FeedStatus _status = FeedStatus.Connecting;
    private bool _opened;
    private bool _disposed;
    private int _next;

    public FeedStatus Status => _status with { Counters = _inbox.Counters };

    public bool HasFixedSnapshot => true;

    public IReadOnlyList<string> Frames => frames;

    public bool IsLooping => Volatile.Read(ref _loop) is not null;

    public Task<JsValue> OpenAsync(JsObject parameters, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _opened = true;
            Publish();
        }

        _inbox.Wake();
        return Task.FromResult(rows);
    }

    public Task<JsValue> ReopenAsync(CancellationToken cancellationToken) => OpenAsync(JsObject.Empty, cancellationToken);

    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _inbox.WaitAsync(cancellationToken);

    public void Drain(List<FeedFrame> into) => _inbox.Drain(into);

    /// <summary>Sends one frame, as if a socket had brought it.</summary>
    public void Send(string text) => _inbox.Add(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends each of the given frames once, in order.</summary>
    public void SendAll()
    {
        foreach (var frame in frames)
        {
            Send(frame);
        }
    }

    /// <summary>
    /// Sends the next of the given frames at each interval, starting at the first and repeating; without frames it does nothing. A new call
    /// replaces the previous interval.
    /// </summary>
    public void StartLoop(TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        StopLoop();
        lock (_gate)
        {
            if (frames.Count > 0 && !_disposed)
            {
                _next = 0;
                _loop = timeProvider.CreateTimer(_ => SendNext(), null, interval, interval);
                Publish();
            }
        }

        _inbox.Wake();
    }

    public void StopLoop()
    {
        lock (_gate)
        {
            _loop?.Dispose();
            _loop = null;
            Publish();
        }

        _inbox.Wake();
    }

    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _disposed = true;
        }

        StopLoop();
        _inbox.Complete();
        return ValueTask.CompletedTask;
    }

    /// <summary>The caller holds the lock.</summary>
    private void Publish()
    {
        var state = !_opened ? FeedState.Connecting : _loop is null ? FeedState.Snapshot : FeedState.Live;
        if (state != _status.State)
        {
            _status = new FeedStatus(state) { Since = timeProvider.GetUtcNow() };
        }
    }

    private void SendNext()
    {
        lock (_gate)
        {
            // A timer may fire once more while it is being stopped.
            if (_loop is not null)
            {
                Send(frames[_next]);
                _next = (_next + 1) % frames.Count;
            }
        }
    }
}
