using System.Threading.Channels;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Tables.Sources;
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
    private volatile string _ended = "";
    private volatile string? _stale = "Redis has not answered yet";
    private long _applied;
    private long _newestSeen;

    /// <value>Which life of the table is known; null before the first reading.</value>
    public string? Incarnation => _incarnation;

    /// <value>Why the rows may be old; null while they are not.</value>
    public string? Stale => _stale;

    /// <value>The version up to which everything is in the table of this host.</value>
    public long Applied => Volatile.Read(ref _applied);

    /// <value>The <see cref="ITableSource.Identity"/> of the source that has come to its end; empty for none.</value>
    public string Ended => _ended;

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
        while (_incarnation == incarnation && timeProvider.GetElapsedTime(started) < Heartbeat)
        {
            await Task.Delay(RetryDelay / 10, timeProvider, cancellationToken);
        }
    }

    /// <summary>Waits until the changes up to a version are in the table, or until it is clear that they will not come soon.</summary>
    public Task WhenAppliedAsync(long version) => _waiters.WaitAsync(version, () => Applied);

    /// <summary>Has the rows read again soon, if they are of another life of the table.</summary>
    public void Renew() => _waiting.Writer.TryWrite(null);

    /// <summary>Remembers that a source has come to its end, also for a Redis that has lost it.</summary>
    public void End(string source) => _ended = source;

    public async Task RunAsync(CancellationToken stoppingToken)
    {
        await using var beat = timeProvider.CreateTimer(_ => _waiting.Writer.TryWrite(null), null, Heartbeat, Heartbeat);
        ChannelMessageQueue? changes = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (changes is null)
                {
                    // A queue keeps the order of messages; any other order would look like a gap.
                    changes = await redis.GetSubscriber().SubscribeAsync(RedisChannel.Literal(keys.Changes));
                    changes.OnMessage(message => _waiting.Writer.TryWrite(message.Message));
                }

                await ReadAllAsync();
                await FollowAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception) when (exception is RedisException or TimeoutException or ObjectDisposedException)
            {
                Lose("Redis is away", exception);
            }
            catch (Exception exception)
            {
                ClusterLog.Broken(logger, table.Name, exception);
                Lose("The rows in Redis cannot be read", exception);
            }

            await Task.Delay(RetryDelay, timeProvider, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (changes is not null)
        {
            await changes.UnsubscribeAsync(CommandFlags.FireAndForget);
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
        // What is not newer was read already, or is of a life before. Applying it could bring back a row that was taken out since.
        if (announcement.To <= Applied)
        {
            return true;
        }

        if (announcement.Incarnation != _incarnation || announcement.From > Applied)
        {
            return false;
        }

        _rows.Apply(announcement.Changes);
        Reach(announcement.To);
        return true;
    }

    private async Task ReadAllAsync()
    {
        var database = redis.GetDatabase();
        var joined = await database.RunAsync(
            ClusterScript.Join,
            [keys.Meta],
            [Guid.NewGuid().ToString("N"), Applied, _rows.LastSequence, (timeProvider.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond, _ended]);
        var (incarnation, version) = ((string)joined[0]!, (long)joined[1]);
        _ended = (string?)joined[2] ?? "";
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
                [keys.Rows, keys.Meta, keys.Order],
                [keys.Changes, incarnation, table.Options.MaxRows, table.IsAppending ? table.Options.Keep : 0, .. batch.SelectMany(static row => row.Arguments())]);
        }

        if (_rows.LeftOut > 0)
        {
            ClusterLog.Full(logger, table.Name, table.Options.MaxRows, _rows.LeftOut);
            table.Source.Note($"Redis has more rows than the MaxRows of this host: {_rows.LeftOut} are left out here.");
        }

        _incarnation = incarnation;
        _newestSeen = version;
        Reach(version);
        _stale = null;
        _ready.TrySetResult();
        ClusterLog.Read(logger, table.Name, found.Count, lost.Count, version);
    }

    private void Reach(long version)
    {
        Volatile.Write(ref _applied, version);
        _waiters.Reach(version);
    }

    private void Lose(string reason, Exception exception)
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

        _stale = reason;
    }
}
