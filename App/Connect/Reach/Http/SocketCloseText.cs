using System.Net.WebSockets;

namespace LiveGridStudio.App.Connect.Reach.Http;

/// <summary>Describes why the other side closed a socket, with its code and its own text.</summary>
internal static class SocketCloseText
{
    /// <param name="who">The other side.</param>
    /// <param name="status">The code of its close frame; null without one.</param>
    /// <param name="reason">Its own text, without credentials.</param>
    public static string Of(string who, WebSocketCloseStatus? status, string? reason)
    {
        if (status is null or WebSocketCloseStatus.Empty)
        {
            return $"{who} closed the socket and gave no reason";
        }

        var words = Meaning((int)status) is { } meaning ? $"{(int)status} ({meaning})" : $"{(int)status}";
        return string.IsNullOrWhiteSpace(reason)
            ? $"{who} closed the socket with {words}"
            : $"{who} closed the socket with {words}: {reason.Trim()}";
    }

    private static string? Meaning(int status) => status switch
    {
        1000 => "normal end",
        1001 => "going away",
        1002 => "protocol error",
        1003 => "data of a kind that it does not take",
        1007 => "data that it cannot read",
        1008 => "against its policy",
        1009 => "message too big",
        1010 => "missing extension",
        1011 => "internal error",
        1012 => "restarting",
        1013 => "try again later",
        1014 => "bad gateway",
        _ => null,
    };
}
