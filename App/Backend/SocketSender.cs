using System.Buffers;
using System.Net.WebSockets;
using LiveGridStudio.Shared.Ticks;

namespace LiveGridStudio.App.Backend;

/// <summary>Sends one client the newest row of each symbol that ticked: one row bare, several as a list.</summary>
internal sealed class SocketSender(WebSocket socket, TickSubscription subscription, LiveGridSocketFactory shared)
{
    private readonly List<Quote> _quotes = [];

    /// <summary>The send under way; completed when there is none.</summary>
    public Task PendingSend { get; private set; } = Task.CompletedTask;

    /// <param name="ended">Stops the wait for rows. A send under way is left alone: see <see cref="PendingSend"/>.</param>
    public async Task<SocketEnd> RunAsync(CancellationToken ended)
    {
        while (await subscription.WaitAsync(ended))
        {
            _quotes.Clear();
            var rows = subscription.Drain(_quotes);
            if (rows == 0)
            {
                continue;
            }

            var (frame, rented) = Compose();
            var sent = socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            if (!sent.IsCompletedSuccessfully)
            {
                PendingSend = sent.AsTask();
                if (!await CompletesAsync(PendingSend, ended))
                {
                    // The buffer still belongs to the send, so it is not returned.
                    return SocketEnd.Stalled;
                }

                await PendingSend;
            }

            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }

            shared.Metrics.FrameSent(rows);
        }

        return SocketEnd.ByClient;
    }

    /// <summary>False when the send takes longer than <see cref="BackendOptions.StalledAfter"/>.</summary>
    private async Task<bool> CompletesAsync(Task send, CancellationToken ended)
    {
        using var settled = CancellationTokenSource.CreateLinkedTokenSource(ended);
        var patience = Task.Delay(shared.Options.StalledAfter, shared.TimeProvider, settled.Token);
        var first = await Task.WhenAny(send, patience);
        await settled.CancelAsync();
        return first == send;
    }

    private (ReadOnlyMemory<byte> Frame, byte[]? Rented) Compose()
    {
        if (_quotes.Count == 1)
        {
            return (_quotes[0].MessageUtf8, null);
        }

        var length = 1 + _quotes.Count;
        foreach (var quote in _quotes)
        {
            length += quote.MessageUtf8.Length;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(length);
        var at = 0;
        foreach (var quote in _quotes)
        {
            buffer[at] = (byte)(at == 0 ? '[' : ',');
            quote.MessageUtf8.Span.CopyTo(buffer.AsSpan(at + 1));
            at += 1 + quote.MessageUtf8.Length;
        }

        buffer[at] = (byte)']';
        return (buffer.AsMemory(0, length), buffer);
    }
}
