using Microsoft.Extensions.Logging;

namespace LiveGridStudio.Shared.Quotes;

/// <summary>Log messages of the ticks, ids 1000 to 1099.</summary>
internal static partial class TicksLog
{
    [LoggerMessage(1000, LogLevel.Debug, "The tick service stopped.")]
    public static partial void Stopped(ILogger logger);

    [LoggerMessage(1001, LogLevel.Warning, "The tick source ended; quotes stay as they are.")]
    public static partial void SourceEnded(ILogger logger);

    [LoggerMessage(1002, LogLevel.Error, "The tick source failed.")]
    public static partial void SourceFailed(ILogger logger, Exception exception);
}
