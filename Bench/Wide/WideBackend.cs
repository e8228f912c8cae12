using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using LiveGridStudio.Bench.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LiveGridStudio.Bench.Wide;

/// <summary>Serves the wide grid; every 50 ms its socket receives a frame with a 200th of the rows, so that each row changes every 10 s.</summary>
internal static class WideBackend
{
    private const int Turns = 200;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <param name="ticks">Whether rows change.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>Runs until it is disposed.</returns>
    public static async Task<(WebApplication App, Uri Address)> StartAsync(bool ticks, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        builder.WebHost.UseUrls(address.ToString());
        var app = builder.Build();
        app.UseWebSockets();
        app.MapGet("/widgets.json", static () => Results.Text(WideRows.Widgets(), "application/json"));
        app.MapGet("/rows", static () => Results.Bytes(WideRows.All(), "application/json"));
        app.Map("/ws", context => ServeAsync(context, ticks));
        await app.StartAsync(cancellationToken);
        return (app, address);
    }

    private static async Task ServeAsync(HttpContext context, bool ticks)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var sending = ticks ? SendAsync(socket, gone.Token) : Task.CompletedTask;
        var buffer = new byte[1024];
        try
        {
            // Subscriptions are ignored: all rows are always sent.
            while ((await socket.ReceiveAsync(buffer.AsMemory(), gone.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (WebSocketException)
        {
            // The page left without closing the socket.
            socket.Abort();
        }
        finally
        {
            await gone.CancelAsync();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task SendAsync(WebSocket socket, CancellationToken gone)
    {
        var frame = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(frame);
        using var clock = new PeriodicTimer(Pause, TimeProvider.System);
        for (var turn = 0; await clock.WaitForNextTickAsync(gone); turn++)
        {
            WideRows.WriteFrame(json, turn, Turns);
            await socket.SendAsync(frame.WrittenMemory, WebSocketMessageType.Text, endOfMessage: true, gone);
            frame.ResetWrittenCount();
            json.Reset();
        }
    }
}
