using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Tables.Sources;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace LiveGridStudio.App.Cluster;

/// <summary>Keeps the live tables in a Redis that many hosts share, and a copy of each in this process, which readers read.</summary>
internal sealed class RedisTableStore : BackgroundService, ITableStore
{
    private readonly Dictionary<LiveTable, TableReplica> _replicas;
    private readonly Dictionary<LiveTable, SourceLease> _leases;
    private readonly IConnectionMultiplexer _redis;

    public RedisTableStore(
        LiveTables tables, IConnectionMultiplexer redis, IOptions<ClusterOptions> options, TimeProvider timeProvider, ILoggerFactory loggers)
    {
        _redis = redis;
        _replicas = tables.All.Select(static query => query.Table).ToDictionary(
            static table => table,
            table => new TableReplica(
                table, new TableKeys(options.Value.Name, table.Name), redis, timeProvider, loggers.CreateLogger<TableReplica>()));
        _leases = _replicas.ToDictionary(
            static pair => pair.Key,
            pair => new SourceLease(pair.Value, redis, options.Value.LeaseTime, timeProvider, loggers.CreateLogger<SourceLease>()));
    }

    public string? Stale => _replicas.Values.Select(static replica => replica.Stale).FirstOrDefault(static reason => reason is not null);

    public ITableWriter WriterOf(LiveTable table) => new RedisTableWriter(_replicas[table], _redis, lease: null);

    public Task LeadAsync(LiveTable table, ITableSource source, SourceMonitor monitor, CancellationToken cancellationToken) =>
        _leases[table].LeadAsync(source, monitor, cancellationToken);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_replicas.Values.Select(replica => replica.RunAsync(stoppingToken)));
}
