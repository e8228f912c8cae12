using System.Collections.Concurrent;
using System.CommandLine;
using System.Net.WebSockets;
using System.Text;
using LiveGridStudio.Shared.Quotes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LiveGridStudio.Bench.Fanout.Server;

/// <summary>
/// The reference: Kestrel and nothing else. Each tick is serialised once and sent to each client as a frame of its own, one client after
/// the other; no subscriptions, no conflation, no protection against slow clients.
/// </summary>
internal static class BareBroadcast
{
    public const string CommandName = "bare-broadcast";

    private static readonly ConcurrentDictionary<WebSocket, bool> Clients = new();

    public static Command Command()
    {
        var command = new Command(CommandName) { Hidden = true, TreatUnmatchedTokensAsErrors = false };
        command.SetAction(static (parsed, cancellationToken) => RunAsync([.. parsed.UnmatchedTokens], cancellationToken));
        return command;
    }

    private static async Task RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddOptions<TickOptions>().BindConfiguration(TickOptions.SectionName);
        builder.Services.AddSingleton<TimedTickSource>();
        var app = builder.Build();
        BenchControl.Use(app);
        app.UseWebSockets();
        app.Map("/live_grid_ws", Serve);
        await app.StartAsync(cancellationToken);
        await foreach (var tick in app.Services.GetRequiredService<TimedTickSource>().ReadAsync(cancellationToken))
        {
            var frame = Frame(tick);
            foreach (var client in Clients.Keys.Where(static client => client.State == WebSocketState.Open))
            {
                await client.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            }
        }
    }

    private static async Task Serve(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), context.RequestAborted)).MessageType != WebSocketMessageType.Close)
            {
                // The first message is the subscription; every client always gets everything.
                Clients[socket] = true;
            }
        }
        finally
        {
            Clients.TryRemove(socket, out _);
        }
    }

    private static byte[] Frame(in Tick tick)
    {
        // On both servers the volume of a timed tick is its publication time.
        var change = Math.Round(tick.Price - 100, 10);
        var now = MonotonicClock.Now;
        return Encoding.UTF8.GetBytes(
            $$"""
            {"symbol":"{{tick.Symbol}}","price":{{tick.Price}},"change":{{change}},"change_percent":{{change / 100}},"volume":{{now}}}
            """);
    }
}
