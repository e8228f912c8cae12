namespace LiveGridStudio.App.Catalog;

/// <summary>Log messages of the catalog, ids 1100 to 1199.</summary>
internal static partial class WidgetsLog
{
    [LoggerMessage(1100, LogLevel.Error, "{Problem} The last good document is served until the file is mended.")]
    public static partial void DocumentBroken(ILogger logger, string problem);

    [LoggerMessage(1101, LogLevel.Information, "{Path} was read again.")]
    public static partial void DocumentReloaded(ILogger logger, string path);

    [LoggerMessage(1102, LogLevel.Information, "{Count} files that killed saves had left beside {Path} were removed.")]
    public static partial void LeftoversRemoved(ILogger logger, int count, string path);

    [LoggerMessage(1103, LogLevel.Warning, "Files that killed saves may have left beside {Path} cannot be removed: {Reason}")]
    public static partial void LeftoversKept(ILogger logger, string path, string reason);
}
