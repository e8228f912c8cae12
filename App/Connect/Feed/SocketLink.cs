using System.Net.WebSockets;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.Shared.Feeds;

namespace LiveGridStudio.App.Connect.Feed;

/// <summary>
/// Keeps a socket open for as long as it is wanted: dials, subscribes, takes frames, and after a loss dials again with growing
/// delays. <see cref="OpenAsync"/> and <see cref="CloseAsync"/> are for one caller at a time; the rest is safe for any thread.
/// </summary>
/// <param name="dial">Opens a socket, or throws a <see cref="ConnectException"/>.</param>
/// <param name="source">Clock, chance, limits and log.</param>
/// <param name="inbox">Takes the frames.</param>
/// <param name="onChange">Called when the state has changed, on any thread.</param>
internal sealed class SocketLink(
    Func<CancellationToken, Task<WebSocket>> dial, RemoteFeedSource source, FrameInbox inbox, Action onChange) : IAsyncDisposable
{
    /// <summary>Rows do not wait longer than this for a socket that takes its time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>How long a backend may take to answer that this side leaves.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    /// <summary>A socket that lived this long was no failure: the next delay is short again.</summary>
    private static readonly TimeSpan Stable = TimeSpan.FromSeconds(30);

    private readonly Random _random = source.CreateRandom();
    private volatile LinkState _state = LinkState.Dialling;
    private volatile FeedSocket? _socket;
    private volatile byte[] _message = [];

    /// <summary>Completed when the dialling under way has come to something.</summary>
    private volatile TaskCompletionSource _settled = NewSettled();
    private CancellationTokenSource _stop = new();
    private Task _run = Task.CompletedTask;
    private long _opened;
    private long _reopened;

    public LinkState State => _state;

    /// <value>How often it was opened: a snapshot that was taken at a lower number has missed something.</value>
    public long Opened => Interlocked.Read(ref _opened);

    /// <value>How often it was opened again after a loss.</value>
    public long Reopened => Interlocked.Read(ref _reopened);

    /// <summary>
    /// Sends the subscription over the open socket, or dials at once. Returns when the subscription has been sent, when it could
    /// not be, or when it takes too long to wait for.
    /// </summary>
    /// <param name="message">The same array as before means that nothing changed.</param>
    /// <param name="cancellationToken">Ends the wait, not the dialling.</param>
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
            // Away from the caller's thread, which may be that of a page: frames are read and parsed here.
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

    /// <summary>Closes the socket, politely if there is one, and dials no more until the next <see cref="OpenAsync"/>.</summary>
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

    /// <summary>Treats the open socket as lost: it is dialled again after a delay.</summary>
    public void Lose(string reason)
    {
        if (_socket is { } socket)
        {
            // At once: nobody is to take it for a live one until its loop has noticed.
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
                var (reason, isOver) = await AttemptAsync(wasLive, stop);
                if (isOver)
                {
                    return;
                }

                wasLive |= _state.State == FeedState.Live;
                failures = source.TimeProvider.GetElapsedTime(openedAt) >= Stable ? 1 : failures + 1;
                var delay = RedialDelay.After(failures, _random);
                var wait = Task.Delay(delay, source.TimeProvider, stop);
                ConnectLog.Lost(source.Logger, reason!, delay);
                Become(new LinkState(FeedState.Reconnecting, reason, source.TimeProvider.GetUtcNow() + delay));
                _settled.TrySetResult();
                await wait;
                _settled = NewSettled();
                Become(new LinkState(FeedState.Reconnecting, reason));
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

    /// <summary>Dials once and stays as long as the socket does.</summary>
    /// <returns>Why it ended; whether that is the end for good.</returns>
    private async Task<(string? Reason, bool IsOver)> AttemptAsync(bool wasLive, CancellationToken stop)
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
            return (reason, socket.IsLeaving);
        }
        catch (ConnectException exception) when (!wasLive && exception.IsFinal)
        {
            ConnectLog.Failed(source.Logger, exception.Message);
            Become(new LinkState(FeedState.Failed, exception.Message));
            return (null, true);
        }
        catch (ConnectException exception)
        {
            return (exception.Message, false);
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

/// <summary>How a feed's socket is doing, as one value that other threads can read.</summary>
/// <param name="State">Connecting, live, reconnecting or failed.</param>
/// <param name="Reason">Why it is not live; null when it is, or is dialled for the first time.</param>
/// <param name="RetryAt">When it is dialled next; null while it is being dialled.</param>
internal sealed record LinkState(FeedState State, string? Reason = null, DateTimeOffset? RetryAt = null)
{
    public static LinkState Dialling { get; } = new(FeedState.Connecting);

    public static LinkState Live { get; } = new(FeedState.Live);
}
