using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.App.Sources.Mapping;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables.Sources;

namespace LiveGridStudio.App.Sources;

/// <summary>
/// Keeps a socket of another server open, sends it what it wants to hear, and writes the rows of its frames as they come: the next frame is
/// received when the rows of the one before are written. Dialled again after a loss, with growing delays.
/// </summary>
internal sealed class WebSocketSource(Upstream upstream, SourceOptions options, SourceClock clock) : ITableSource
{
    /// <summary>The type in the settings.</summary>
    public const string Name = "websocket";

    /// <summary>A server that sends more at once is closed.</summary>
    internal const int MaxFrameBytes = 4 * 1024 * 1024;

    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(10);

    /// <summary>A socket that was open for this long starts the delays anew.</summary>
    private static readonly TimeSpan Stable = TimeSpan.FromSeconds(30);

    private readonly RowMapping _mapping = new(options);
    private long _unreadable;

    public string Type => Name;

    public async Task RunAsync(ITableWriter writer, SourceMonitor monitor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(monitor);
        var retry = new SourceRetry(writer.Table.Name, monitor, clock);
        var rows = new RowBatches(writer, monitor);
        while (true)
        {
            var started = clock.Time.GetTimestamp();
            var reason = await AttemptAsync(rows, monitor, retry, cancellationToken);
            if (clock.Time.GetElapsedTime(started) >= Stable)
            {
                retry.Forgive();
            }

            await retry.WaitAsync(upstream.Redact(reason), TimeSpan.Zero, cancellationToken);
        }
    }

    /// <summary>Opens the socket once, and returns when it has ended.</summary>
    /// <returns>Why, in words that still have to be redacted.</returns>
    private async Task<string> AttemptAsync(
        RowBatches rows, SourceMonitor monitor, SourceRetry retry, CancellationToken cancellationToken)
    {
        try
        {
            using var socket = await upstream.OpenAsync(cancellationToken);
            if (!await GreetAsync(socket, cancellationToken))
            {
                return $"the server takes no messages within {SendTimeout.TotalSeconds} seconds";
            }

            retry.Succeed(isSteady: false);
            using var reader = new FrameReader(socket, MaxFrameBytes) { StopsAtLimit = true };
            while (await reader.ReadAsync(cancellationToken))
            {
                if (reader.IsTooLarge)
                {
                    return $"the server sent a frame of more than {MaxFrameBytes} bytes";
                }

                if (Read(reader.Frame.Span, monitor) is { Count: > 0 } found)
                {
                    await rows.WriteAsync(found, cancellationToken);
                }
            }

            await AnswerCloseAsync(socket, cancellationToken);
            return SocketCloseText.Of("the server", socket.CloseStatus, socket.CloseStatusDescription);
        }
        catch (ConnectException exception)
        {
            return exception.Message;
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // A socket whose other side answers no pings is aborted, which cancels what it does.
            return "the connection to the server broke off";
        }
    }

    /// <summary>Sends the texts of the settings, in order.</summary>
    /// <returns>False when the server does not take them in time.</returns>
    private async Task<bool> GreetAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(SendTimeout, clock.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            foreach (var text in options.Send)
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, either.Token);
            }

            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task AnswerCloseAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        if (socket.State == WebSocketState.CloseReceived)
        {
            using var timeout = new CancellationTokenSource(SendTimeout, clock.Time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, either.Token);
        }
    }

    private IReadOnlyList<JsObject> Read(ReadOnlySpan<byte> frame, SourceMonitor monitor)
    {
        if (!JsonText.TryParse(frame, new JsReadOptions { MaxValues = _mapping.MostValues }, out var value, out var error))
        {
            _unreadable++;
            monitor.Note(upstream.Redact(string.Create(
                CultureInfo.InvariantCulture, $"{_unreadable} frame{(_unreadable == 1 ? " is" : "s are")} not JSON, the last: {error}")));
            return [];
        }

        var found = _mapping.Map(value);
        if (found.Problem is not null)
        {
            monitor.Note(upstream.Redact(found.Problem));
        }

        return found.Rows;
    }
}
