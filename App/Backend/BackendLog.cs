namespace LiveGridStudio.App.Backend;

/// <summary>Log messages of the backend's endpoints, ids 2000 to 2099.</summary>
internal static partial class BackendLog
{
    [LoggerMessage(2000, LogLevel.Debug, "{Client}: a message that is no subscription was ignored ({Reason}); further ones are only counted.")]
    public static partial void MessageIgnored(ILogger logger, string client, string reason);

    [LoggerMessage(2001, LogLevel.Debug, "{Client}: the client went away.")]
    public static partial void ClientGone(ILogger logger, string client);

    [LoggerMessage(2002, LogLevel.Warning, "{Client}: took nothing for {StalledAfter}. It is told to try again later (1013) if it reads on in time, and cut off if not.")]
    public static partial void ClientStalled(ILogger logger, string client, TimeSpan stalledAfter);

    [LoggerMessage(2003, LogLevel.Error, "{Client}: the socket failed; closed with 1011.")]
    public static partial void SocketFailed(ILogger logger, string client, Exception exception);

    [LoggerMessage(2004, LogLevel.Debug, "{Client}: a message over {MaxMessageBytes} bytes; closed with 1009.")]
    public static partial void MessageTooBig(ILogger logger, string client, int maxMessageBytes);

    [LoggerMessage(2005, LogLevel.Warning, "A page of {Origin} was refused. Backend:AllowedOrigins names who may read this backend.")]
    public static partial void OriginRefused(ILogger logger, string origin);

    [LoggerMessage(2006, LogLevel.Debug, "A page of {Origin} was refused, too.")]
    public static partial void OriginRefusedAgain(ILogger logger, string origin);
}
