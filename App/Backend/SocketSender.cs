using System.Net.WebSockets;
using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.App.Backend;

/// <summary>Sends one client the newest row of each symbol that ticked: one row bare, several as a list.</summary>
internal sealed class SocketSender(WebSocket socket, TableSubscription subscription, RowSocketFactory shared)
{
    private readonly List<TableRow> _rows = [];

    /// <summary>The pending send; a completed task when there is none.</summary>
    public Task PendingSend { get; private set; } = Task.CompletedTask;

    /// <param name="ended">Stops the wait for rows. A pending send continues: see <see cref="PendingSend"/>.</param>
    public async Task<SocketEnd> RunAsync(CancellationToken ended)
    {
        // Disposing the subscription ends the wait; a token would need a registration for each wait.
        await using var ending = ended.Register(subscription.Dispose);
        while (await subscription.WaitAsync(CancellationToken.None))
        {
            _rows.Clear();
            var rows = subscription.Drain(_rows);
            if (rows == 0)
            {
                continue;
            }

            shared.Metrics.HandOver(_rows);
            for (var from = 0; from < rows;)
            {
                var frame = RowFrame.Compose(_rows, from);
                from += frame.RowCount;
                var sent = socket.SendAsync(frame.Utf8, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
                if (!sent.IsCompletedSuccessfully)
                {
                    PendingSend = sent.AsTask();
                    if (!await CompletesAsync(PendingSend, ended))
                    {
                        // The pending send still uses the buffer, so it is not returned.
                        return SocketEnd.Stalled;
                    }

                    await PendingSend;
                }

                frame.Return();
                shared.Metrics.FrameSent(frame.RowCount);
            }
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
}
