using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using LiveGridStudio.Bench.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LiveGridStudio.Bench.Paint;

/// <summary>
/// The backend that both pages show: <c>widgets.json</c> with one live grid, its endpoint, its socket, and the page with AG Grid. Every 10
/// ms a socket receives one frame with the rows that are due, so that the rows are spread evenly over their interval; a late frame contains
/// all rows that became due meanwhile, each once.
/// </summary>
internal sealed class PaintBackend : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly WebApplication _app;
    private readonly PaintPlan _plan;
    private volatile bool _isSilent;

    private PaintBackend(WebApplication app, PaintPlan plan, Uri address)
    {
        _app = app;
        _plan = plan;
        Address = address;
    }

    public Uri Address { get; }

    /// <param name="plan">Rows and pace.</param>
    /// <param name="agGrid">The script of AG Grid; null serves no page for it.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static Task<PaintBackend> StartAsync(PaintPlan plan, string? agGrid, CancellationToken cancellationToken) =>
        StartAsync(plan, agGrid, PaintRows.Widgets, cancellationToken);

    /// <summary>The same with other widgets of these rows.</summary>
    public static async Task<PaintBackend> StartAsync(
        PaintPlan plan, string? agGrid, string widgets, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        builder.WebHost.UseUrls(address.ToString());
        var app = builder.Build();
        var backend = new PaintBackend(app, plan, address);
        app.UseWebSockets();
        app.MapGet("/widgets.json", () => Results.Text(widgets, "application/json"));
        app.MapGet("/rows", backend.Rows);
        app.Map("/ws", (RequestDelegate)backend.ServeAsync);
        if (agGrid is not null)
        {
            app.MapGet("/ag-grid", static () => Results.Text(PageFile.Read("ag-grid.html"), "text/html"));
            app.MapGet("/ag-grid.js", () => Results.File(agGrid, "text/javascript"));
        }

        await app.StartAsync(cancellationToken);
        return backend;
    }

    /// <summary>Stops sending rows, so that a page that is behind can catch up and answer.</summary>
    public void Silence() => _isSilent = true;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Rows()
    {
        var body = new ArrayBufferWriter<byte>();
        new PaintRows(_plan.Rows, TimeProvider.System).WriteAll(body);
        return Results.Bytes(body.WrittenMemory, "application/json");
    }

    private async Task ServeAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var sending = SendAsync(socket, gone.Token);
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

    private async Task SendAsync(WebSocket socket, CancellationToken gone)
    {
        var rows = new PaintRows(_plan.Rows, TimeProvider.System);
        var frame = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(frame);
        using var clock = new PeriodicTimer(Pause, TimeProvider.System);
        var startedAt = TimeProvider.System.GetTimestamp();
        var sent = 0L;
        while (await clock.WaitForNextTickAsync(gone))
        {
            var due = (long)(TimeProvider.System.GetElapsedTime(startedAt).TotalSeconds * _plan.Rows * _plan.Hertz);
            sent = Math.Max(sent, due - _plan.Rows);
            if (_isSilent || due == sent)
            {
                sent = due;
                continue;
            }

            rows.WriteFrame(sent, (int)(due - sent), json);
            await socket.SendAsync(frame.WrittenMemory, WebSocketMessageType.Text, endOfMessage: true, gone);
            sent = due;
            frame.ResetWrittenCount();
            json.Reset();
        }
    }
}
