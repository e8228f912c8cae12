namespace LiveGridStudio.App.Connect.Reach;

/// <summary>Log messages about other backends, ids 3000 to 3099. Reasons name addresses, never credentials.</summary>
internal static partial class ConnectLog
{
    [LoggerMessage(3000, LogLevel.Debug, "The socket of a feed is lost ({Reason}); it reconnects in {Delay}.")]
    public static partial void Lost(ILogger logger, string reason, TimeSpan delay);

    [LoggerMessage(3001, LogLevel.Debug, "The socket of a feed cannot be opened ({Reason}).")]
    public static partial void Failed(ILogger logger, string reason);
}
