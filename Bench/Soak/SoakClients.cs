using System.Net.WebSockets;

namespace LiveGridStudio.Bench.Soak;

/// <summary>
/// WebSocket clients of the host's own rows. Most stay; every fifth leaves after a while and returns, with or without a close frame.
/// </summary>
internal sealed class SoakClients(Uri host)
{
    private const int ComesAndGoes = 5;

    private static readonly TimeSpan Stay = TimeSpan.FromSeconds(7);

    private static readonly ReadOnlyMemory<byte> Subscription =
        """{"params":{"symbol":"AAPL,GOOGL,MSFT,AMZN,TSLA"}}"""u8.ToArray();

    private long _frames;

    /// <value>Number of frames received so far.</value>
    public long Frames => Volatile.Read(ref _frames);

    /// <summary>Runs until it is cancelled.</summary>
    public async Task RunAsync(int count, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, count).Select(index => RunOneAsync(index, cancellationToken)));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Some clients were still connecting.
        }
    }

    private async Task RunOneAsync(int index, CancellationToken cancellationToken)
    {
        var address = new UriBuilder(host) { Scheme = "ws", Path = "/live_grid_ws" }.Uri;
        for (var visit = 0; !cancellationToken.IsCancellationRequested; visit++)
        {
            using var socket = new ClientWebSocket();
            await socket.ConnectAsync(address, cancellationToken);
            await socket.SendAsync(Subscription, WebSocketMessageType.Text, true, cancellationToken);
            using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            if (index % ComesAndGoes == 0)
            {
                leaving.CancelAfter(Stay);
            }

            await ReadAsync(socket, bids: visit % 2 == 0, leaving.Token);
        }
    }

    /// <summary>
    /// Reads until it is time to leave. A cancelled read aborts the socket; after a close frame the host's answer ends the reading.
    /// </summary>
    private async Task ReadAsync(ClientWebSocket socket, bool bids, CancellationToken leaving)
    {
        await using var farewell = leaving.Register(() =>
        {
            if (bids)
            {
                _ = socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
            }
        });
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(), bids ? CancellationToken.None : leaving);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    if (leaving.IsCancellationRequested)
                    {
                        return;
                    }

                    throw new InvalidOperationException($"The host closed a client with {socket.CloseStatus}.");
                }

                Interlocked.Increment(ref _frames);
            }
        }
        catch (OperationCanceledException)
        {
            // Time to leave.
        }
    }
}
