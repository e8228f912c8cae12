namespace LiveGridStudio.App.Cluster;

/// <summary>Many hosts that are one backend, section <c>Cluster</c>.</summary>
public sealed class ClusterOptions
{
    public const string SectionName = "Cluster";

    /// <value>
    /// Where the Redis is that the hosts share, such as <c>localhost:6379</c>, with the options of StackExchange.Redis behind commas. Without
    /// it the host is alone and keeps everything in memory.
    /// </value>
    public string? Redis { get; set; }

    /// <value>Begins the names of all keys and channels: letters, digits and - . _, so that several clusters can share a Redis. Default <c>livegrid</c>.</value>
    public string Name { get; set; } = "livegrid";

    /// <value>How long a host that runs a source may be silent before another one takes over. 1 to 60 s, default 3 s.</value>
    public TimeSpan LeaseTime { get; set; } = TimeSpan.FromSeconds(3);
}
