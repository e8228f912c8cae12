using System.Net.WebSockets;
using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.App.Backend;

/// <summary>
/// One connection to the changes of a table: a loop that reads subscriptions and a loop that sends rows. Whichever ends first
/// says how the connection is closed.
/// </summary>
internal sealed class RowSocket(
    WebSocket socket, string client, ISocketSubscriber subscriber, TableSubscription subscription, RowSocketFactory shared)
{
    private readonly SocketReceiver _receiver = new(socket, client, subscriber, subscription, shared);
    private readonly SocketSender _sender = new(socket, subscription, shared);

    /// <summary>Serves the connection until either side ends it.</summary>
    /// <param name="shutdown">Cancelled when the host stops: the connection is closed with 1001.</param>
    public async Task RunAsync(CancellationToken shutdown)
    {
        using var ended = new CancellationTokenSource();
        var receiving = _receiver.RunAsync();
        var sending = _sender.RunAsync(ended.Token);
        var stopping = WhenCancelled(shutdown, ended.Token);
        try
        {
            var reason = await await Task.WhenAny(receiving, sending, stopping);
            await ended.CancelAsync();
            await CloseAsync(reason, receiving, sending);
        }
        catch (Exception exception) when (exception is not (WebSocketException or OperationCanceledException))
        {
            BackendLog.SocketFailed(shared.Logger, client, exception);
            await ended.CancelAsync();
            await CloseAsync(SocketEnd.Fault, receiving, sending);
        }
        catch (Exception)
        {
            BackendLog.ClientGone(shared.Logger, client);
            await ended.CancelAsync();
            socket.Abort();
        }
        finally
        {
            if (!receiving.IsCompleted)
            {
                socket.Abort();
            }

            await Task.WhenAll(SettleAsync(receiving), SettleAsync(sending), SettleAsync(stopping));
            shared.Clock.Close(subscription);
        }
    }

    private static async Task<SocketEnd> WhenCancelled(CancellationToken shutdown, CancellationToken ended)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(shutdown, ended);
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = either.Token.Register(source.SetResult);
        await source.Task;
        return SocketEnd.Shutdown;
    }

    private async Task CloseAsync(SocketEnd reason, Task<SocketEnd> receiving, Task<SocketEnd> sending)
    {
        if (reason == SocketEnd.Stalled)
        {
            shared.Metrics.ClientStalled();
            BackendLog.ClientStalled(shared.Logger, client, shared.Options.StalledAfter);
        }

        using var timeout = new CancellationTokenSource(shared.Options.CloseTimeout, shared.TimeProvider);
        try
        {
            // A send that is under way must end first: a close frame cannot overtake it, and cancelling it would abort.
            await Task.WhenAll(SettleAsync(sending), SettleAsync(_sender.PendingSend)).WaitAsync(timeout.Token);
            await socket.CloseOutputAsync(reason.Status, reason.Description, timeout.Token);
            await SettleAsync(receiving).WaitAsync(timeout.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            BackendLog.ClientGone(shared.Logger, client);
            socket.Abort();
        }
    }

    /// <summary>Waits for a loop and ignores its outcome, which was handled when the first loop ended.</summary>
    private static async Task SettleAsync(Task loop) => await loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
