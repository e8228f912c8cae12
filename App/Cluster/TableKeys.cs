using StackExchange.Redis;

namespace LiveGridStudio.App.Cluster;

/// <summary>
/// The names of what Redis keeps of one table. The braces keep them on one node of a Redis cluster, so that a script can use them together.
/// </summary>
internal sealed class TableKeys(string cluster, string table)
{
    private readonly string _prefix = $"{cluster}:{{{table.ToLowerInvariant()}}}:";

    /// <value>Hash: row id to row, see <see cref="RowCodec"/>.</value>
    public RedisKey Rows => _prefix + "rows";

    /// <value>Sorted set, of a table that appends: row id by sequence.</value>
    public RedisKey Order => _prefix + "order";

    /// <value>Hash: <c>incarnation</c>, <c>version</c>, <c>sequence</c>, and <c>ended</c>, the source that has come to its end.</value>
    public RedisKey Meta => _prefix + "meta";

    /// <value>The token of the host that runs the source; goes by itself when that host is silent.</value>
    public RedisKey Lease => _prefix + "lease";

    public string Changes => _prefix + "changes";
}
