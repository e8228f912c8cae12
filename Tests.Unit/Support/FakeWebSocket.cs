using System.Net.WebSockets;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>A socket whose other side is scripted by the test.</summary>
internal sealed class FakeWebSocket : WebSocket
{
    private readonly TaskCompletionSource<ValueWebSocketReceiveResult> _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _sending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebSocketCloseStatus? _closeStatus;

    /// <summary>The result of a send.</summary>
    public Func<Task> OnSend { get; set; } = static () => Task.CompletedTask;

    /// <summary>Completed when the first send was called.</summary>
    public Task Sending => _sending.Task;

    public bool IsAborted { get; private set; }

    public override WebSocketCloseStatus? CloseStatus => _closeStatus;

    public override string? CloseStatusDescription => null;

    public override WebSocketState State => WebSocketState.Open;

    public override string? SubProtocol => null;

    public override void Abort()
    {
        IsAborted = true;
        _received.TrySetException(new WebSocketException(WebSocketError.ConnectionClosedPrematurely));
    }

    public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken)
    {
        _closeStatus = closeStatus;
        // The other side answers the close at once.
        _received.TrySetResult(new ValueWebSocketReceiveResult(0, WebSocketMessageType.Close, true));
        return Task.CompletedTask;
    }

    public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
        CloseOutputAsync(closeStatus, statusDescription, cancellationToken);

    public override ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        new(_received.Task);

    public override Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public override ValueTask SendAsync(
        ReadOnlyMemory<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
    {
        var sent = OnSend();
        _sending.TrySetResult();
        return new ValueTask(sent);
    }

    public override Task SendAsync(
        ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken) =>
        SendAsync(buffer.AsMemory(), messageType, endOfMessage, cancellationToken).AsTask();

    public override void Dispose()
    {
        // Nothing is held.
    }
}
