using System.Buffers;
using System.Net.WebSockets;
using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.App.Backend;

/// <summary>Reads what one client sends. Each subscription replaces the one before; anything else is counted and passed over.</summary>
internal sealed class SocketReceiver(
    WebSocket socket, string client, ISocketSubscriber subscriber, TableSubscription subscription, RowSocketFactory shared)
{
    private const int SmallMessage = 1024;

    private bool _logged;

    public async Task<SocketEnd> RunAsync()
    {
        while (true)
        {
            // A zero-byte receive: no buffer is held while the client is silent.
            var first = await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);
            if (first.MessageType == WebSocketMessageType.Close)
            {
                return SocketEnd.ByClient;
            }

            if (await ReceiveMessageAsync(first.EndOfMessage) is { } end)
            {
                return end;
            }
        }
    }

    private async Task<SocketEnd?> ReceiveMessageAsync(bool isEmpty)
    {
        var limit = shared.Options.MaxMessageBytes;
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(SmallMessage, limit));
        try
        {
            var count = 0;
            var complete = isEmpty;
            while (!complete)
            {
                if (count == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(Math.Min(buffer.Length * 2, limit + 1));
                    buffer.CopyTo(larger, 0);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }

                var part = await socket.ReceiveAsync(buffer.AsMemory(count), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return SocketEnd.ByClient;
                }

                count += part.Count;
                complete = part.EndOfMessage;
                if (count > limit)
                {
                    BackendLog.MessageTooBig(shared.Logger, client, limit);
                    return SocketEnd.TooBig;
                }
            }

            Take(buffer.AsSpan(0, count));
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Take(ReadOnlySpan<byte> utf8)
    {
        if (subscriber.Read(utf8, out var selection, out var unknown) is not { } reason)
        {
            subscription.Replace(selection);
            if (unknown > 0)
            {
                shared.Metrics.SymbolsUnknown(unknown);
            }

            return;
        }

        shared.Metrics.MessageIgnored();
        if (!_logged)
        {
            _logged = true;
            BackendLog.MessageIgnored(shared.Logger, client, reason);
        }
    }
}
