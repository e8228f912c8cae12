using System.Net.WebSockets;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.Shared.Feeds;

namespace LiveGridStudio.App.Connect.Feed;

/// <summary>One open socket of a feed: sends subscriptions and receives frames; binary frames are read as text.</summary>
internal sealed class FeedSocket(
    WebSocket socket, BackendAccess access, FrameInbox inbox, int maxFrameBytes, TimeProvider timeProvider) : IDisposable
{
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _sending = new(1);
    private byte[]? _sent;
    private string? _reason;

    /// <value>Whether this side has started to close it.</value>
    public bool IsLeaving { get; private set; }

    /// <summary>Sends the newest subscription unless it was the last one sent. A socket that does not accept it is aborted.</summary>
    /// <param name="newest">Called when it is this call's turn to send.</param>
    /// <param name="cancellationToken">Stops the wait; the socket is then aborted.</param>
    public async Task SubscribeAsync(Func<byte[]> newest, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(SendTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        await _sending.WaitAsync(cancellationToken);
        try
        {
            var message = newest();
            if (!ReferenceEquals(message, _sent))
            {
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, either.Token);
                _sent = message;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Abandon("the backend takes no messages");
        }
        catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException)
        {
            // The receive loop reports the reason.
            socket.Abort();
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Receives frames until the socket ends.</summary>
    /// <returns>Why it ended, in plain words.</returns>
    public async Task<string> ReceiveAsync(CancellationToken stop)
    {
        using var reader = new FrameReader(socket, maxFrameBytes);
        try
        {
            while (await reader.ReadAsync(stop))
            {
                Take(reader.Frame.Span, reader.Length);
            }

            var words = access.Redact(socket.CloseStatusDescription ?? "");
            _reason ??= SocketCloseText.Of("the backend", socket.CloseStatus, words);
            await AnswerCloseAsync(stop);
            return _reason;
        }
        catch (Exception exception) when (
            (!stop.IsCancellationRequested && exception is WebSocketException or OperationCanceledException)
            || (_reason is not null && exception is ObjectDisposedException))
        {
            // An aborted socket counts as disposed for a receive that begins after the abort.
            return _reason ?? "the connection to the backend broke off";
        }
    }

    /// <summary>Aborts the socket at once.</summary>
    /// <param name="reason">The reason that <see cref="ReceiveAsync"/> then returns.</param>
    public void Abandon(string reason)
    {
        _reason ??= reason;
        socket.Abort();
    }

    /// <summary>Starts the close handshake; <see cref="ReceiveAsync"/> ends when the backend has answered.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        IsLeaving = true;
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
        }
        catch (Exception exception) when (
            exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            socket.Abort();
        }
    }

    public void Dispose() => socket.Dispose();

    private void Take(ReadOnlySpan<byte> frame, long length)
    {
        if (length > maxFrameBytes)
        {
            inbox.Skip(length);
        }
        else
        {
            inbox.Add(frame);
        }
    }

    private async Task AnswerCloseAsync(CancellationToken stop)
    {
        if (socket.State == WebSocketState.CloseReceived)
        {
            using var timeout = new CancellationTokenSource(SendTimeout, timeProvider);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, timeout.Token);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, either.Token);
        }
    }
}
