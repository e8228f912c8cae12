using LiveGridStudio.App.Cluster;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Tables.Sources;
using LiveGridStudio.Tests.Support;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace LiveGridStudio.Tests.Unit.Cluster;

/// <summary>What one host does with one table, without the host: it can be cut off from Redis and join again with the rows that it has.</summary>
internal sealed class ReplicaNode : IAsyncDisposable
{
    private readonly ConnectionMultiplexer _redis;
    private readonly ReadCounter _log = new();
    private CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public ReplicaNode(ConnectionMultiplexer redis, TableOptions options)
    {
        _redis = redis;
        Table = new LiveTable("book", options, TimeProvider.System);
        Keys = new TableKeys("nodes", "book");
        Replica = new TableReplica(Table, Keys, redis, TimeProvider.System, _log);
        Writer = new RedisTableWriter(Replica, redis, lease: null);
    }

    public LiveTable Table { get; }

    public TableKeys Keys { get; }

    public TableReplica Replica { get; }

    public RedisTableWriter Writer { get; }

    /// <value>How often all rows were read.</value>
    public int Reads => _log.Count;

    public string Rows => string.Join(' ', Table.Snapshot(TableSelection.All).Select(static row => JsonText.Stringify(row.Values)));

    public async Task<ReplicaNode> JoinAsync()
    {
        _stop.Dispose();
        _stop = new CancellationTokenSource();
        var reads = Reads;
        _running = Replica.RunAsync(_stop.Token);
        await Eventually.HoldsAsync(() => Reads > reads);
        return this;
    }

    public async Task CutOffAsync()
    {
        await _stop.CancelAsync();
        await _running;
    }

    public async Task WriteAsync(params string[] rows)
    {
        var changes = new List<TableChange>();
        await Writer.WriteAsync([.. rows.Select(static row => JsonText.Parse(row).Object)], changes, CancellationToken.None);
        Assert.All(changes, static change => Assert.Equal(TableOutcome.Applied, change.Outcome));
    }

    public SourceLease Lease() => new(Replica, _redis, TimeSpan.FromSeconds(1), TimeProvider.System, new LoggerFactory().CreateLogger<SourceLease>());

    public async ValueTask DisposeAsync()
    {
        await CutOffAsync();
        _stop.Dispose();
    }


    private sealed class ReadCounter : ILogger<TableReplica>
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == 2600)
            {
                Interlocked.Increment(ref _count);
            }
        }
    }
}
