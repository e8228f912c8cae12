using LiveGridStudio.App.Hosting.Requests;
using LiveGridStudio.Shared.Quotes;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace LiveGridStudio.App.Backend;

/// <summary>Upgrades the sockets of live tables.</summary>
internal static class RowSocketHandler
{
    /// <summary><c>/live_grid_ws</c>.</summary>
    public static Task Accept(
        HttpContext context,
        QuoteBook book,
        OriginPolicy origins,
        RowSocketFactory sockets,
        IHostApplicationLifetime lifetime,
        ILogger<RowSocket> logger) => AcceptAsync(context, new QuoteSubscriber(book), origins, sockets, lifetime, logger);

    public static async Task AcceptAsync(
        HttpContext context,
        ISocketSubscriber subscriber,
        OriginPolicy origins,
        RowSocketFactory sockets,
        IHostApplicationLifetime lifetime,
        ILogger<RowSocket> logger)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.Headers.Upgrade = "websocket";
            await TypedResults.Problem(
                "This address is a WebSocket: connect with ws:// or wss://.",
                statusCode: StatusCodes.Status426UpgradeRequired,
                title: "WebSocket only").ExecuteAsync(context);
            return;
        }

        if (!origins.Allows(context.Request))
        {
            var origin = LogText.Of(context.Request.Headers.Origin.ToString());
            if (sockets.Refusals.IsTime())
            {
                BackendLog.OriginRefused(logger, origin);
            }
            else
            {
                BackendLog.OriginRefusedAgain(logger, origin);
            }

            await TypedResults.Problem(
                $"The origin {origin} is not in Backend:AllowedOrigins.",
                statusCode: StatusCodes.Status403Forbidden,
                title: "Origin not allowed").ExecuteAsync(context);
            return;
        }

        // Kestrel's own limit for slow readers would cut the connection without a close frame; SocketSender closes it properly.
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await sockets.Create(socket, context.Connection.Id, subscriber).RunAsync(lifetime.ApplicationStopping);
    }
}
