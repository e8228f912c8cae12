namespace LiveGridStudio.App.Sources;

/// <summary>Log messages of the sources that read other servers, ids 1010 to 1019. Reasons name addresses, never headers or queries.</summary>
internal static partial class SourceLog
{
    [LoggerMessage(1010, LogLevel.Warning, "The source of {Table} is lost ({Reason}); its rows stay, and it is tried again.")]
    public static partial void Lost(ILogger logger, string table, string reason);

    [LoggerMessage(1011, LogLevel.Debug, "The source of {Table} is still lost ({Reason}); it is tried again in {Delay}.")]
    public static partial void StillLost(ILogger logger, string table, string reason, TimeSpan delay);

    [LoggerMessage(1012, LogLevel.Information, "The source of {Table} is back.")]
    public static partial void Back(ILogger logger, string table);
}
