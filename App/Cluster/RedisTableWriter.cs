using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Tables.Sources;
using StackExchange.Redis;

namespace LiveGridStudio.App.Cluster;

/// <summary>Writes rows into Redis, which merges them and tells every host, this one too.</summary>
/// <param name="replica">The table, as this host has it.</param>
/// <param name="redis">Where it is kept.</param>
/// <param name="lease">
/// The token of a source's lease: once it has passed, nothing more is written. Null for a push, which waits until this host has what it wrote.
/// </param>
internal sealed class RedisTableWriter(TableReplica replica, IConnectionMultiplexer redis, string? lease) : ITableWriter
{
    private const int RowsOfBatch = 256;
    private const int LettersOfBatch = 1024 * 1024;
    private const int Attempts = 3;

    private readonly LiveTable _table = replica.Table;

    public LiveTable Table => _table;

    public async ValueTask WriteAsync(IReadOnlyList<JsObject> rows, List<TableChange> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var batch = new RowBatch(_table);
        foreach (var row in rows)
        {
            batch.Add(row);
            if (batch.Count >= RowsOfBatch || batch.Letters >= LettersOfBatch)
            {
                await SendAsync(batch, changes, cancellationToken);
            }
        }

        await SendAsync(batch, changes, cancellationToken);
    }

    public async ValueTask<TableChange> WriteAsync(JsObject row, CancellationToken cancellationToken)
    {
        var changes = new List<TableChange>(1);
        await WriteAsync([row], changes, cancellationToken);
        return changes[0];
    }

    public async ValueTask<bool> RemoveAsync(IReadOnlyList<string> key, CancellationToken cancellationToken)
    {
        var id = TableKey.IdOf(key);
        if (_table.TryGet(id, out var row) && !_table.Key.PartsOf(row.Values).SequenceEqual(key))
        {
            return false;
        }

        var answer = await RunAsync(
            ClusterScript.Remove, [replica.Keys.Rows, replica.Keys.Meta], incarnation => [replica.Keys.Changes, incarnation, RowCodec.Id(id)], cancellationToken);
        if ((long)answer[0] == 0)
        {
            return false;
        }

        await replica.WhenAppliedAsync((long)answer[1]);
        return true;
    }

    private async ValueTask SendAsync(RowBatch batch, List<TableChange> changes, CancellationToken cancellationToken)
    {
        if (batch.IsEmpty)
        {
            return;
        }

        if (batch.Count > 0)
        {
            var answer = await RunAsync(
                ClusterScript.Write,
                [replica.Keys.Rows, replica.Keys.Meta, replica.Keys.Lease, replica.Keys.Order],
                incarnation =>
                [
                    replica.Keys.Changes, incarnation, lease ?? "", _table.Options.MaxRows, LiveTable.MostColumns,
                    _table.IsAppending ? _table.Options.Keep : 0, LiveTable.MostRowBytes, .. batch.Arguments,
                ],
                cancellationToken);
            batch.Take(answer);
            if (lease is null)
            {
                await replica.WhenAppliedAsync((long)answer[0]);
            }
        }

        changes.AddRange(batch.Changes);
        batch.Clear();
    }

    private async Task<RedisResult[]> RunAsync(
        string script, RedisKey[] keys, Func<string, RedisValue[]> arguments, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (replica is not { Stale: null, Incarnation: { } incarnation })
                {
                    throw new TableUnavailableException(replica.Stale ?? "The table is read from Redis; try again.");
                }

                var answer = await redis.GetDatabase().RunAsync(script, keys, arguments(incarnation));
                switch (answer is [var only] ? (string?)only : null)
                {
                    case "lease":
                        throw new TableUnavailableException("Another host runs the source by now.");
                    case "incarnation" when attempt == Attempts:
                        throw new TableUnavailableException("Redis has lost the table, and it is being brought back.");
                    case "incarnation":
                        replica.Renew();
                        await replica.WhenRenewedAsync(incarnation, cancellationToken);
                        continue;
                    default:
                        return answer;
                }
            }
            catch (Exception exception) when (exception is RedisException or TimeoutException)
            {
                throw new TableUnavailableException("Redis is away, so rows cannot be written now.", exception);
            }
        }
    }
}
