using System.Net;
using System.Net.WebSockets;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Policy;

namespace LiveGridStudio.App.Connect.Reach.Http;

/// <summary>
/// Opens a WebSocket. With an origin it does as a browser's page: header credentials are not sent, because no page can send headers with a
/// WebSocket; those of the query are.
/// </summary>
internal static class SocketHandshake
{
    /// <summary>The time within which a peer must answer a ping; otherwise the connection counts as lost.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    public static async Task<WebSocket> RunAsync(
        HttpMessageInvoker http, Uri address, BackendAccess access, string? origin, CancellationToken cancellationToken)
    {
        var target = access.Sign(address);
        var socket = new ClientWebSocket();
        try
        {
            socket.Options.CollectHttpResponseDetails = true;
            socket.Options.KeepAliveInterval = KeepAlive;
            socket.Options.KeepAliveTimeout = KeepAlive;
            if (origin is not null)
            {
                socket.Options.SetRequestHeader("Origin", origin);
            }

            foreach (var (name, value) in origin is null ? access.HeadersFor(address) : [])
            {
                socket.Options.SetRequestHeader(name, value);
            }

            await socket.ConnectAsync(target, http, cancellationToken);
            socket.HttpResponseHeaders = null;
            return socket;
        }
        catch (WebSocketException) when (socket.HttpStatusCode is not (0 or HttpStatusCode.SwitchingProtocols))
        {
            var status = socket.HttpStatusCode;
            socket.Dispose();
            throw HttpErrorText.Of(address, status, Explain(status, origin, access));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Explain(HttpStatusCode status, string? origin, BackendAccess access) => (int)status switch
    {
        401 or 403 when origin is not null && access.HeaderNames.Count > 0 =>
            $"{status}: a browser sends no headers of its own with a WebSocket, so {string.Join(", ", access.HeaderNames)} was not sent",
        >= 200 and < 300 => $"{status}, but opened no WebSocket",
        >= 300 and < 400 => $"{status}: a WebSocket follows no redirects",
        403 when origin == Origin.OfWorkspace =>
            $"Forbidden: there is no such WebSocket route, or it refuses pages of {Origin.OfWorkspace}, as Workspace's is",
        404 => "Not Found",
        _ => $"{status}",
    };
}
