using System.Threading.Channels;
using LiveGridStudio.Shared.Tables;
using StackExchange.Redis;

namespace LiveGridStudio.App.Cluster;

/// <summary>
/// Keeps a live table of this host equal to what Redis has. It listens first, then reads all rows, then applies changes by version; a gap in
/// the versions, a lost connection or a Redis that begins anew makes it read again. Rows that Redis has lost it brings back.
/// </summary>
internal sealed class TableReplica(
    LiveTable table, TableKeys keys, IConnectionMultiplexer redis, TimeProvider timeProvider, ILogger<TableReplica> logger)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(500);

    /// <summary>What this host is behind with at most; more is dropped, found as a gap, and read.</summary>
    private const int MostWaiting = 10_000;

    private readonly Channel<byte[]?> _waiting = Channel.CreateBounded<byte[]?>(MostWaiting);
    private readonly VersionWaiters _waiters = new(timeProvider);
    private readonly ReplicaRows _rows = new(table);
    private TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string? _incarnation;
    private volatile string? _stale = "Redis has not answered yet";
    private long _applied;
    private long _newestSeen;

    /// <value>Which life of the table is known; null before the first reading.</value>
    public string? Incarnation => _incarnation;

    /// <value>Why the rows may be old; null while they are not.</value>
    public string? Stale => _stale;

    /// <value>The version up to which everything is in the table of this host.</value>
    public long Applied => Volatile.Read(ref _applied);

    public LiveTable Table => table;

    public TableKeys Keys => keys;

    /// <value>Whether the rows are those of Redis.</value>
    public bool IsReady => _stale is null;

    /// <summary>Waits until the rows are those of Redis, for the first time or after they were not.</summary>
    public Task WhenReadyAsync(CancellationToken cancellationToken) => Volatile.Read(ref _ready).Task.WaitAsync(cancellationToken);

    /// <summary>Waits, not for long, until the rows are those of another life of the table.</summary>
    public async Task WhenRenewedAsync(string incarnation, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        while ((_incarnation is null || _incarnation == incarnation) && timeProvider.GetElapsedTime(started) < Heartbeat)
        {
            await Task.Delay(RetryDelay / 10, timeProvider, cancellationToken);
        }
    }

    /// <summary>Waits until the changes up to a version are in the table, or until it is clear that they will not come soon.</summary>
    public Task WhenAppliedAsync(long version) => _waiters.WaitAsync(version, () => Applied);

    /// <summary>Has the rows read again soon.</summary>
    public void Renew()
    {
        _incarnation = null;
        _waiting.Writer.TryWrite(null);
    }

    public async Task RunAsync(CancellationToken stoppingToken)
    {
        await using var beat = timeProvider.CreateTimer(_ => _waiting.Writer.TryWrite(null), null, Heartbeat, Heartbeat);
        var isListening = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!isListening)
                {
                    await redis.GetSubscriber().SubscribeAsync(RedisChannel.Literal(keys.Changes), (_, message) => _waiting.Writer.TryWrite(message));
                    isListening = true;
                }

                await ReadAllAsync();
                await FollowAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is RedisException or TimeoutException or FormatException or ObjectDisposedException)
            {
                Lose(exception);
            }

            await Task.Delay(RetryDelay, timeProvider, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        await foreach (var message in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            if (message is null ? !await IsUpToDateAsync() : !Apply(message))
            {
                await ReadAllAsync();
            }
        }
    }

    /// <summary>Finds what no message told of: the last one may be lost, and Redis may have begun anew.</summary>
    private async Task<bool> IsUpToDateAsync()
    {
        var meta = await redis.GetDatabase().HashGetAsync(keys.Meta, ["incarnation", "version"]);
        var (newest, seenBefore) = ((long?)meta[1] ?? -1, _newestSeen);
        _newestSeen = newest;
        // What is newer than a beat ago may still be under way.
        return meta[0] == _incarnation && newest >= Applied && Applied >= seenBefore;
    }

    /// <summary>False when changes are missing before these.</summary>
    private bool Apply(byte[] message)
    {
        var announcement = RowCodec.Announcement(message);
        if (announcement.Incarnation != _incarnation || announcement.From > Applied)
        {
            // An announcement of the life before may have waited here; it is known by now.
            return announcement.Incarnation != _incarnation && announcement.To <= Applied;
        }

        foreach (var change in announcement.Changes)
        {
            _rows.Apply(change);
        }

        Reach(Math.Max(Applied, announcement.To));
        return true;
    }

    private async Task ReadAllAsync()
    {
        var database = redis.GetDatabase();
        var joined = await database.RunAsync(
            ClusterScript.Join, [keys.Meta], [Guid.NewGuid().ToString("N"), Applied, _rows.LastSequence]);
        var (incarnation, version) = ((string)joined[0]!, (long)joined[1]);
        var found = new Dictionary<string, StoredRow>(StringComparer.Ordinal);
        await foreach (var entry in database.HashScanAsync(keys.Rows, pageSize: 500))
        {
            found[RowCodec.IdOf(((ReadOnlyMemory<byte>)entry.Name).Span)] = RowCodec.Decode(((ReadOnlyMemory<byte>)entry.Value).Span);
        }

        // In another life of the table, rows that are not there were lost, not taken out.
        var lost = _rows.Take(found, keepsOthers: incarnation != _incarnation);
        foreach (var batch in lost.Chunk(100))
        {
            await database.RunAsync(
                ClusterScript.Offer,
                [keys.Rows, keys.Meta],
                [keys.Changes, incarnation, .. batch.SelectMany(static row => row.Arguments())]);
        }

        ClusterLog.Read(logger, table.Name, found.Count, lost.Count, version);
        _incarnation = incarnation;
        _newestSeen = version;
        Reach(version);
        _stale = null;
        _ready.TrySetResult();
    }

    private void Reach(long version)
    {
        Volatile.Write(ref _applied, version);
        _waiters.Reach(version);
    }

    private void Lose(Exception exception)
    {
        if (_stale is null)
        {
            ClusterLog.Away(logger, table.Name, exception.Message);
            Volatile.Write(ref _ready, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        else
        {
            ClusterLog.StillAway(logger, table.Name, exception.Message);
        }

        _stale = "Redis is away";
    }
}
