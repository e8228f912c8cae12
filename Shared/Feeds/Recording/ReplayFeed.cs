using System.Text;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Feeds.Recording;

/// <summary>
/// A recording in the place of a backend: its snapshots, frames and states, each when its time has come. It is read as it is played, so its
/// length does not matter. Begins with the first opening; a further one, as a refresh or other parameters cause it, begins anew.
/// </summary>
/// <param name="player">What is played.</param>
/// <param name="timeProvider">The clock of states and frames.</param>
public sealed class ReplayFeed(RecordingPlayer player, TimeProvider timeProvider) : IWidgetFeed
{
    private readonly FrameInbox _inbox = new(new FrameInboxLimits(), timeProvider);
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _turns = new(1);
    private Round? _round;
    private JsValue _snapshot = JsValue.FromList();
    private volatile FeedStatus _status = FeedStatus.Connecting;
    private long _damaged;
    private bool _isDisposed;

    public FeedStatus Status => _status with { Counters = _inbox.Counters, Warning = Warning };

    /// <value>Lines that were passed over.</value>
    public long Damaged => Volatile.Read(ref _damaged);

    private string? Warning => Damaged switch
    {
        0 => null,
        1 => "A line of the recording is damaged and was passed over.",
        var lines => FormattableString.Invariant($"{lines} lines of the recording are damaged and were passed over."),
    };

    public Task<JsValue> OpenAsync(JsObject parameters, CancellationToken cancellationToken) => ReopenAsync(cancellationToken);

    public async Task<JsValue> ReopenAsync(CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_round is null || !_status.NeedsSnapshot)
            {
                await BeginAsync().ConfigureAwait(false);
            }

            await _round!.Begun.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            return Take();
        }
        finally
        {
            _turns.Release();
        }
    }

    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _inbox.WaitAsync(cancellationToken);

    public void Drain(List<FeedFrame> into) => _inbox.Drain(into);

    public async ValueTask DisposeAsync()
    {
        await _turns.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            _isDisposed = true;
            await EndRoundAsync().ConfigureAwait(false);
            _inbox.Complete();
        }
        finally
        {
            _turns.Release();
        }
    }

    private async Task BeginAsync()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        await EndRoundAsync().ConfigureAwait(false);
        _inbox.Clear();
        Interlocked.Exchange(ref _damaged, 0);
        _snapshot = JsValue.FromList();
        Publish(FeedStatus.Connecting);
        var round = _round = new Round();
        round.Playing = Task.Run(() => PlayAsync(round), CancellationToken.None);
    }

    private async Task EndRoundAsync()
    {
        if (_round is { } round)
        {
            _round = null;
            await round.Stopping.CancelAsync().ConfigureAwait(false);
            await round.Playing.ConfigureAwait(false);
            round.Stopping.Dispose();
        }
    }

    private async Task PlayAsync(Round round)
    {
        try
        {
            await foreach (var line in player.PlayAsync(round.Stopping.Token).ConfigureAwait(false))
            {
                if (line.Entry is { } entry)
                {
                    Play(round, entry);
                }
                else
                {
                    Interlocked.Increment(ref _damaged);
                }
            }

            End(round, round.Begun.Task.IsCompleted
                ? new FeedStatus(FeedState.Snapshot, "The recording is at its end.")
                : new FeedStatus(FeedState.Failed, "This is no recording, or there is nothing in it."));
        }
        catch (OperationCanceledException) when (round.Stopping.IsCancellationRequested)
        {
            round.Begun.TrySetResult();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            End(round, new FeedStatus(FeedState.Failed, $"The recording cannot be read: {exception.Message}"));
        }
    }

    private void Play(Round round, RecordingEntry entry)
    {
        switch (entry.Kind)
        {
            case RecordingKind.Snapshot:
                // Frames that wait are older than these rows.
                _inbox.Clear();
                Begin(round, new FeedStatus(FeedState.Live), entry.Content);
                break;
            case RecordingKind.Frame:
                // A recording of nothing but frames is one too.
                Begin(round, new FeedStatus(FeedState.Live), snapshot: null);
                _inbox.Add(Encoding.UTF8.GetBytes(entry.Text ?? JsonText.StringifyWhole(entry.Content)));
                break;
            case RecordingKind.State when round.Begun.Task.IsCompleted
                && FeedStateNames.Find(entry.Content["state"].Text) is { } state and not FeedState.Stale:
                lock (_gate)
                {
                    Publish(new FeedStatus(state, entry.Content["reason"].Text) { NeedsSnapshot = _status.NeedsSnapshot });
                }

                _inbox.Wake();
                break;
        }
    }

    /// <summary>The first rows or frame open the feed; later rows are taken by the reader when it is told that it needs them.</summary>
    private void Begin(Round round, FeedStatus first, JsValue? snapshot)
    {
        lock (_gate)
        {
            _snapshot = snapshot ?? _snapshot;
            if (!round.Begun.Task.IsCompleted)
            {
                Publish(first);
            }
            else if (snapshot is not null)
            {
                Publish(_status with { NeedsSnapshot = true });
            }
        }

        round.Begun.TrySetResult();
        if (snapshot is not null)
        {
            _inbox.Wake();
        }
    }

    private void End(Round round, FeedStatus status)
    {
        lock (_gate)
        {
            Publish(status with { NeedsSnapshot = _status.NeedsSnapshot });
        }

        round.Begun.TrySetResult();
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

    private void Publish(FeedStatus status)
    {
        lock (_gate)
        {
            _status = status with { Since = status.State == _status.State ? _status.Since : timeProvider.GetUtcNow() };
        }
    }

    /// <summary>One playing of the recording, from its start.</summary>
    private sealed class Round
    {
        public CancellationTokenSource Stopping { get; } = new();

        /// <value>Completed once there are rows or a frame, or it is clear that there are none.</value>
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Playing { get; set; } = Task.CompletedTask;
    }
}
