using Microsoft.Extensions.Logging;

namespace LiveGridStudio.Shared.Tables.Sources;

/// <summary>Log messages of the sources, ids 1000 to 1099.</summary>
internal static partial class SourcesLog
{
    [LoggerMessage(1000, LogLevel.Debug, "The source of {Table} stopped.")]
    public static partial void Stopped(ILogger logger, string table);

    [LoggerMessage(1001, LogLevel.Information, "The source of {Table} has ended; its rows stay as they are.")]
    public static partial void Ended(ILogger logger, string table);

    [LoggerMessage(1002, LogLevel.Error, "The source of {Table} failed, and is run again after a delay.")]
    public static partial void Failed(ILogger logger, string table, Exception exception);
}
