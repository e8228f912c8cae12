namespace LiveGridStudio.App.Cluster;

/// <summary>Log messages of the cluster, ids 2600 to 2699.</summary>
internal static partial class ClusterLog
{
    [LoggerMessage(2600, LogLevel.Information, "The table {Table} was read from Redis: {Rows} rows, {Lost} brought back, version {Version}.")]
    public static partial void Read(ILogger logger, string table, int rows, int lost, long version);

    [LoggerMessage(2601, LogLevel.Warning, "Redis is away; the table {Table} goes on with the rows that it has. {Reason}")]
    public static partial void Away(ILogger logger, string table, string reason);

    [LoggerMessage(2602, LogLevel.Debug, "Redis is still away from the table {Table}. {Reason}")]
    public static partial void StillAway(ILogger logger, string table, string reason);

    [LoggerMessage(2603, LogLevel.Information, "This host runs the source of {Table} from now on.")]
    public static partial void Leads(ILogger logger, string table);

    [LoggerMessage(2605, LogLevel.Warning, "Redis is away, so the keys of pages are those that this host knows. {Reason}")]
    public static partial void KeysAway(ILogger logger, string reason);

    [LoggerMessage(2606, LogLevel.Error, "The rows of {Table} in Redis cannot be read.")]
    public static partial void Broken(ILogger logger, string table, Exception exception);

    [LoggerMessage(2607, LogLevel.Warning, "Redis has more rows of {Table} than the MaxRows of this host, {MaxRows}: {LeftOut} are left out here.")]
    public static partial void Full(ILogger logger, string table, int maxRows, int leftOut);

    [LoggerMessage(2604, LogLevel.Information, "This host does not run the source of {Table} any more: {Reason}")]
    public static partial void LeadsNoMore(ILogger logger, string table, string reason);
}
