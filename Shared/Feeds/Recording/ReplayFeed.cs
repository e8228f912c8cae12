using System.Text;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Feeds.Recording;

/// <summary>
/// A recording in the place of a backend: its snapshots, frames and states, each when its time has come. It is read as it is played, so its
/// length does not matter. Parameters have no effect. Begins with the first opening.
/// </summary>
public sealed class ReplayFeed : IWidgetFeed
{
    private readonly RecordingPlayer _player;
    private readonly TimeProvider _timeProvider;
    private readonly FrameInbox _inbox;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _playing = Task.CompletedTask;
    private JsValue _snapshot = JsValue.FromList();
    private volatile FeedStatus _status = FeedStatus.Connecting;
    private bool _isStarted;
    private long _damaged;
    private long _rowsSeen;

    /// <param name="player">What is played; for this feed alone.</param>
    /// <param name="timeProvider">The clock of states and frames.</param>
    public ReplayFeed(RecordingPlayer player, TimeProvider timeProvider)
    {
        (_player, _timeProvider) = (player, timeProvider);
        _inbox = new FrameInbox(new FrameInboxLimits(), timeProvider);
    }

    public FeedStatus Status => _status with { Counters = _inbox.Counters, Warning = Warning };

    /// <value>Lines that were passed over.</value>
    public long Damaged => Volatile.Read(ref _damaged);

    private string? Warning => Damaged switch
    {
        0 => null,
        1 => "A line of the recording is damaged and was passed over.",
        var lines => FormattableString.Invariant($"{lines} lines of the recording are damaged and were passed over."),
    };

    public async Task<JsValue> OpenAsync(JsObject parameters, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_isStarted)
            {
                _isStarted = true;
                _playing = Task.Run(PlayAsync, CancellationToken.None);
            }
        }

        await _begun.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        return Take();
    }

    public Task<JsValue> ReopenAsync(CancellationToken cancellationToken) => OpenAsync(JsObject.Empty, cancellationToken);

    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _inbox.WaitAsync(cancellationToken);

    public void Drain(List<FeedFrame> into) => _inbox.Drain(into);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _playing.ConfigureAwait(false);
        _inbox.Complete();
        _stopping.Dispose();
    }

    private async Task PlayAsync()
    {
        try
        {
            await foreach (var line in _player.PlayAsync(_stopping.Token).ConfigureAwait(false))
            {
                if (line.Entry is { } entry)
                {
                    Play(entry);
                }
                else
                {
                    Interlocked.Increment(ref _damaged);
                }
            }

            End(_rowsSeen > 0 || _inbox.Counters.Frames > 0
                ? new FeedStatus(FeedState.Snapshot, "The recording is at its end.")
                : new FeedStatus(FeedState.Failed, "This is no recording, or there is nothing in it."));
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            _begun.TrySetResult();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            End(new FeedStatus(FeedState.Failed, $"The recording cannot be read: {exception.Message}"));
        }
    }

    private void Play(RecordingEntry entry)
    {
        switch (entry.Kind)
        {
            case RecordingKind.Snapshot:
                _rowsSeen++;
                lock (_gate)
                {
                    _snapshot = entry.Content;
                    var isFirst = !_begun.Task.IsCompleted;
                    Publish(isFirst ? new FeedStatus(FeedState.Live) : _status with { NeedsSnapshot = true });
                }

                _begun.TrySetResult();
                _inbox.Wake();
                break;
            case RecordingKind.Frame:
                // A recording of nothing but frames is one too.
                BeginWithoutRows();
                _inbox.Add(Encoding.UTF8.GetBytes(entry.Text ?? JsonText.Stringify(entry.Content)));
                break;
            case RecordingKind.State when FeedStateNames.Find(entry.Content["state"].Text) is { } state and not FeedState.Stale && _begun.Task.IsCompleted:
                lock (_gate)
                {
                    Publish(new FeedStatus(state, entry.Content["reason"].Text) { NeedsSnapshot = _status.NeedsSnapshot });
                }

                _inbox.Wake();
                break;
        }
    }

    private void BeginWithoutRows()
    {
        if (!_begun.Task.IsCompleted)
        {
            lock (_gate)
            {
                Publish(new FeedStatus(FeedState.Live));
            }

            _begun.TrySetResult();
        }
    }

    private void End(FeedStatus status)
    {
        lock (_gate)
        {
            Publish(status with { NeedsSnapshot = _status.NeedsSnapshot });
        }

        _begun.TrySetResult();
        _inbox.Wake();
    }

    /// <exception cref="FeedException">There is no recording.</exception>
    private JsValue Take()
    {
        lock (_gate)
        {
            if (_status.State == FeedState.Failed)
            {
                throw new FeedException(_status.Reason!);
            }

            _status = _status with { NeedsSnapshot = false };
            return _snapshot;
        }
    }

    /// <summary>The caller holds the lock.</summary>
    private void Publish(FeedStatus status) =>
        _status = status with { Since = status.State == _status.State ? _status.Since : _timeProvider.GetUtcNow() };
}
