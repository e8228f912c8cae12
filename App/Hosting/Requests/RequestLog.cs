namespace LiveGridStudio.App.Hosting.Requests;

/// <summary>Log messages about requests that cannot be read, ids 2310 to 2319. The cause is the client, so the level is Debug.</summary>
internal static partial class RequestLog
{
    [LoggerMessage(2310, LogLevel.Debug, "{Method} {Path}: the body cannot be read, answered with {Status}: {Reason}")]
    public static partial void BodyBroken(ILogger logger, string method, string path, int status, string reason);

    [LoggerMessage(2311, LogLevel.Debug, "{Method} {Path}: the client went away.")]
    public static partial void ClientGone(ILogger logger, string method, string path);
}
