namespace LiveGridStudio.App.Studio.Circuits;

/// <summary>Log messages about pages and their connections, ids 2320 to 2329.</summary>
internal static partial class CircuitLog
{
    [LoggerMessage(2320, LogLevel.Debug, "A page was refused its circuit: Studio:MaxCircuits ({Most}) are open.")]
    public static partial void CircuitRefused(ILogger logger, int most);

    [LoggerMessage(2321, LogLevel.Debug, "{Connection}: started no circuit in time; cut off.")]
    public static partial void ConnectionIdle(ILogger logger, string connection);
}
