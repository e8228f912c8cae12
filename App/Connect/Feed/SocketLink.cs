using System.Net.WebSockets;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Tables.Sources;

namespace LiveGridStudio.App.Connect.Feed;

/// <summary>
/// Keeps a socket open while it is needed: connects, subscribes, receives frames, and after a loss reconnects with growing delays. <see
/// cref="OpenAsync"/> and <see cref="CloseAsync"/> are for one caller at a time; the rest is thread-safe.
/// </summary>
/// <param name="dial">Opens a socket, or throws a <see cref="ConnectException"/>.</param>
/// <param name="source">Clock, randomness, limits and log.</param>
/// <param name="inbox">Receives the frames.</param>
/// <param name="onChange">Called when the state has changed, on any thread.</param>
internal sealed class SocketLink(
    Func<CancellationToken, Task<WebSocket>> dial, RemoteFeedSource source, FrameInbox inbox, Action onChange) : IAsyncDisposable
{
    /// <summary>The longest time for which rows wait for a slow socket.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The time for a backend to answer the close handshake.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    /// <summary>A socket that was open for this long does not count as a failure: the next delay is short again.</summary>
    private static readonly TimeSpan Stable = TimeSpan.FromSeconds(30);

    private readonly Random _random = source.CreateRandom();
    private volatile LinkState _state = LinkState.Dialling;
    private volatile FeedSocket? _socket;
    private volatile byte[] _message = [];

    /// <summary>Completed when the current connection attempt has ended.</summary>
    private volatile TaskCompletionSource _settled = NewSettled();
    private CancellationTokenSource _stop = new();
    private Task _run = Task.CompletedTask;
    private long _opened;
    private long _reopened;

    public LinkState State => _state;

    /// <value>Number of openings: a snapshot that was read at a lower number has missed something.</value>
    public long Opened => Interlocked.Read(ref _opened);

    /// <value>Number of openings after a loss.</value>
    public long Reopened => Interlocked.Read(ref _reopened);

    /// <summary>
    /// Sends the subscription over the open socket, or connects at once. Returns when the subscription has been sent, could not be sent, or
    /// takes too long.
    /// </summary>
    /// <param name="message">The message; the same array instance as before means that nothing has changed.</param>
    /// <param name="cancellationToken">Stops the wait, not the connection attempt.</param>
    public async Task OpenAsync(byte[] message, CancellationToken cancellationToken)
    {
        _message = message;
        if (_state.RetryAt is not null)
        {
            await CloseAsync();
        }

        if (_run.IsCompleted)
        {
            _settled = NewSettled();
            Become(LinkState.Dialling);
            _stop = new CancellationTokenSource();
            var stop = _stop.Token;
            // Not on the caller's thread, which may be that of a page: frames are received and parsed here.
            _run = Task.Run(() => RunAsync(stop), CancellationToken.None);
        }

        if (_socket is { } socket)
        {
            await socket.SubscribeAsync(() => _message, cancellationToken);
            return;
        }

        using var waited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_settled.Task, Task.Delay(Patience, source.TimeProvider, waited.Token));
        await waited.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Closes the socket with a handshake if it is open, and does not reconnect until the next <see cref="OpenAsync"/>.</summary>
    public async Task CloseAsync()
    {
        if (_socket is { } socket)
        {
            using var patience = new CancellationTokenSource(Farewell, source.TimeProvider);
            await socket.LeaveAsync(patience.Token);
            await _run.WaitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _stop.CancelAsync();
        await _run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        _stop = new CancellationTokenSource();
    }

    /// <summary>Treats the open socket as lost: it reconnects after a delay.</summary>
    public void Lose(string reason)
    {
        if (_socket is { } socket)
        {
            // Change the state at once, so that the socket does not count as live until its loop has noticed.
            Become(new LinkState(FeedState.Reconnecting, reason));
            socket.Abandon(reason);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _stop.Dispose();
    }

    private async Task RunAsync(CancellationToken stop)
    {
        try
        {
            for (var (failures, wasLive) = (0, false); ;)
            {
                var openedAt = source.TimeProvider.GetTimestamp();
                var (reason, cause, isOver) = await AttemptAsync(wasLive, stop);
                if (isOver)
                {
                    return;
                }

                wasLive |= _state.State == FeedState.Live;
                failures = source.TimeProvider.GetElapsedTime(openedAt) >= Stable ? 1 : failures + 1;
                var delay = RetryDelay.After(failures, _random);
                var wait = Task.Delay(delay, source.TimeProvider, stop);
                ConnectLog.Lost(source.Logger, reason!, delay);
                Become(new LinkState(FeedState.Reconnecting, reason, source.TimeProvider.GetUtcNow() + delay) { Cause = cause });
                _settled.TrySetResult();
                await wait;
                _settled = NewSettled();
                Become(new LinkState(FeedState.Reconnecting, reason) { Cause = cause });
            }
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            // A bug here must not look like a quiet feed.
            inbox.Complete(exception);
        }
        finally
        {
            _settled.TrySetResult();
        }
    }

    /// <summary>Connects once and returns when the socket has ended.</summary>
    /// <returns>Why it ended, and whether permanently.</returns>
    private async Task<(string? Reason, ConnectException? Cause, bool IsOver)> AttemptAsync(bool wasLive, CancellationToken stop)
    {
        try
        {
            using var socket = new FeedSocket(await dial(stop), source.Access, inbox, source.MaxFrameBytes, source.TimeProvider);
            _socket = socket;
            await socket.SubscribeAsync(() => _message, stop);
            Interlocked.Increment(ref _opened);
            Interlocked.Add(ref _reopened, wasLive ? 1 : 0);
            Become(LinkState.Live);
            _settled.TrySetResult();
            var reason = await socket.ReceiveAsync(stop);
            return (reason, null, socket.IsLeaving);
        }
        catch (ConnectException exception) when (!wasLive && exception.IsFinal)
        {
            ConnectLog.Failed(source.Logger, exception.Message);
            Become(new LinkState(FeedState.Failed, exception.Message) { Cause = exception });
            return (null, exception, true);
        }
        catch (ConnectException exception)
        {
            return (exception.Message, exception, false);
        }
        finally
        {
            _socket = null;
        }
    }

    private void Become(LinkState state)
    {
        _state = state;
        onChange();
    }

    private static TaskCompletionSource NewSettled() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>The state of a feed's socket, as one immutable value for any thread.</summary>
/// <param name="State">Connecting, live, reconnecting or failed.</param>
/// <param name="Reason">Why it is not live; null when it is live, or connects for the first time.</param>
/// <param name="RetryAt">When it reconnects next; null while it connects.</param>
internal sealed record LinkState(FeedState State, string? Reason = null, DateTimeOffset? RetryAt = null)
{
    /// <value>The attempt that failed; null when an open socket was lost.</value>
    public ConnectException? Cause { get; init; }

    public static LinkState Dialling { get; } = new(FeedState.Connecting);

    public static LinkState Live { get; } = new(FeedState.Live);
}
