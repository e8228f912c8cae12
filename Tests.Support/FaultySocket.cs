using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace LiveGridStudio.Tests.Support;

/// <summary>The faulty backend's side of one WebSocket.</summary>
internal sealed class FaultySocket(WebSocket socket, FaultyRequest request) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Channel<string> _received = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <value>The handshake.</value>
    public FaultyRequest Request => request;

    /// <summary>Completes when the client has left, with or without a close frame.</summary>
    public Task Ended => _ended.Task.WaitAsync(Patience, TimeProvider.System);

    /// <value>The client's close status; null without one.</value>
    public WebSocketCloseStatus? CloseStatus => socket.CloseStatus;

    /// <value>Number of messages that have not been read.</value>
    public int Waiting => _received.Reader.Count;

    /// <summary>The client's next message.</summary>
    public async Task<string> ReceiveAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _received.Reader.ReadAsync(patience.Token);
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public async Task SendAsync(ReadOnlyMemory<byte> frame, WebSocketMessageType type)
    {
        using var patience = new CancellationTokenSource(Patience);
        await socket.SendAsync(frame, type, endOfMessage: true, patience.Token);
    }

    /// <summary>Aborts the connection without a close frame.</summary>
    public void Drop() => socket.Abort();

    public async Task CloseAsync(int status, string? reason)
    {
        using var patience = new CancellationTokenSource(Patience);
        await socket.CloseOutputAsync((WebSocketCloseStatus)status, reason, patience.Token);
    }

    public void Dispose() => socket.Dispose();

    internal void End() => _ended.TrySetResult();

    /// <summary>Collects the client's messages until it leaves.</summary>
    internal async Task RunAsync()
    {
        var buffer = new byte[4096];
        var text = new StringBuilder();
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    if (socket.State == WebSocketState.CloseReceived)
                    {
                        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
                    }

                    return;
                }

                text.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
                if (part.EndOfMessage)
                {
                    _received.Writer.TryWrite(text.ToString());
                    text.Clear();
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // The connection was lost.
        }
        finally
        {
            _received.Writer.TryComplete();
        }
    }
}
