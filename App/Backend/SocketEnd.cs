using System.Net.WebSockets;

namespace LiveGridStudio.App.Backend;

/// <summary>How a connection is closed.</summary>
internal sealed record SocketEnd(WebSocketCloseStatus Status, string Description)
{
    /// <summary>The client closed the connection, and gets an answer.</summary>
    public static SocketEnd ByClient { get; } = new(WebSocketCloseStatus.NormalClosure, "");

    public static SocketEnd Shutdown { get; } = new(WebSocketCloseStatus.EndpointUnavailable, "the server is shutting down");

    public static SocketEnd TooBig { get; } = new(WebSocketCloseStatus.MessageTooBig, "the message is too big");

    public static SocketEnd Fault { get; } = new(WebSocketCloseStatus.InternalServerError, "the server failed");

    /// <summary>Status 1013, "try again later", which the framework does not name.</summary>
    public static SocketEnd Stalled { get; } = new((WebSocketCloseStatus)1013, "the client takes nothing");
}
