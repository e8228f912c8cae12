using System.Net.WebSockets;

namespace LiveGridStudio.Bench.Abuse.Wire;

/// <summary>WebSockets, all open at the same time, that all do the same.</summary>
/// <param name="Count">Number of WebSockets.</param>
/// <param name="Act">The action of each once it is open; returns the bytes that it sent.</param>
internal sealed record AbuseSockets(string Idea, string Name, int Count, Func<ClientWebSocket, CancellationToken, Task<long>> Act)
    : AbuseCase(Idea, Name)
{
    /// <summary>Many handshakes at a time would measure the backlog of connections.</summary>
    private const int Handshakes = 32;

    private static readonly TimeSpan Refusal = TimeSpan.FromSeconds(1);

    public override AbuseAct Prepare() => new(0, async (address, cancellationToken) =>
    {
        var sockets = Enumerable.Range(0, Count).Select(static _ => new ClientWebSocket()).ToArray();
        try
        {
            var live = new UriBuilder(address) { Scheme = "ws", Path = "/live_grid_ws" }.Uri;
            await Parallel.ForEachAsync(
                sockets,
                new ParallelOptions { MaxDegreeOfParallelism = Handshakes, CancellationToken = cancellationToken },
                async (socket, token) => await socket.ConnectAsync(live, token));
            var acts = await Task.WhenAll(sockets.Select(socket => ActAsync(socket, cancellationToken)));
            await HostRest.WaitAsync(address, cancellationToken);
            return new AbuseAnswer(
                StatusCounts.Text(acts.Select(static act => act.Status)), acts.Sum(static act => act.Sent), acts.Sum(static act => act.Received));
        }
        finally
        {
            Array.ForEach(sockets, static socket => socket.Dispose());
        }
    });

    private async Task<AbuseAnswer> ActAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = ReadAsync(socket, done.Token);
        var sent = 0L;
        try
        {
            sent = await Act(socket, cancellationToken);
        }
        catch (WebSocketException)
        {
            // The host has closed the connection; the reader reports the status.
        }

        // A refusal may still be on its way.
        await Task.WhenAny(reading, Task.Delay(Refusal, TimeProvider.System, cancellationToken));
        if (socket.State == WebSocketState.Open)
        {
            await done.CancelAsync();
        }

        var (status, received) = await reading;
        return new AbuseAnswer(status, sent, received);
    }

    private static async Task<(string Status, long Received)> ReadAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        var received = 0L;
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
                received += part.Count;
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return ($"closed {(int)(socket.CloseStatus ?? 0)}", received);
                }
            }
        }
        catch (OperationCanceledException)
        {
            return ("stays open", received);
        }
        catch (WebSocketException)
        {
            return ("connection lost", received);
        }
    }
}
