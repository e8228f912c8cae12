namespace LiveGridStudio.App.Hosting.Origins;

/// <summary>Log messages about pages of other origins, ids 2300 to 2309.</summary>
internal static partial class OriginLog
{
    [LoggerMessage(2300, LogLevel.Warning, "A request of {Sender} to {Path} was refused: this host's own pages are {Own}. Further ones of this minute are logged at Debug.")]
    public static partial void PageRefused(ILogger logger, string sender, string path, string own);

    [LoggerMessage(2301, LogLevel.Debug, "A request of {Sender} to {Path} was refused.")]
    public static partial void PageRefusedAgain(ILogger logger, string sender, string path);
}
