using LiveGridStudio.Shared.Tables.Sources;
using StackExchange.Redis;

namespace LiveGridStudio.App.Cluster;

/// <summary>
/// The right of one host to run a table's source. It is renewed while the host runs the source and passes by itself when the host is silent.
/// The scripts check its token, so a host that slept can write nothing after its lease has passed.
/// </summary>
internal sealed class SourceLease(
    TableReplica replica, IConnectionMultiplexer redis, TimeSpan leaseTime, TimeProvider timeProvider, ILogger<SourceLease> logger)
{
    private readonly Random _random = new();

    /// <summary>Runs the source whenever this host has the lease.</summary>
    public async Task LeadAsync(ITableSource source, SourceMonitor monitor, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!replica.IsReady)
            {
                monitor.StandBy(replica.Stale);
                await replica.WhenReadyAsync(cancellationToken);
            }

            if (replica.Ended == source.Identity)
            {
                return;
            }

            var token = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";
            var holder = await TryAskAsync(token, leaseTime);
            if (holder == token)
            {
                await RunAsync(token, source, monitor, cancellationToken);
                if (replica.Ended == source.Identity)
                {
                    return;
                }

                holder = null;
            }

            monitor.StandBy(holder is null ? replica.Stale : $"{holder.Split(':')[0]} runs it");
            await Task.Delay((leaseTime / 4) + (leaseTime / 4 * _random.NextDouble()), timeProvider, cancellationToken);
        }
    }

    /// <summary>Whether the source has come to its end on another host: it begins anew nowhere.</summary>
    private async Task<bool> HasEndedAsync(ITableSource source)
    {
        try
        {
            if (await redis.GetDatabase().HashGetAsync(replica.Keys.Meta, "ended") != source.Identity)
            {
                return false;
            }
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            throw new TableUnavailableException("Redis is away.", exception);
        }

        replica.End(source.Identity);
        return true;
    }

    private async Task EndAsync(ITableSource source, string token)
    {
        replica.End(source.Identity);
        try
        {
            await redis.GetDatabase().ScriptEvaluateAsync(ClusterScript.End, [replica.Keys.Meta, replica.Keys.Lease], [token, source.Identity]);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            // The replica tells Redis when it reads the rows again.
            ClusterLog.StillAway(logger, replica.Table.Name, exception.Message);
        }
    }

    /// <returns>The token of whoever has the lease now; null when Redis does not say.</returns>
    private async Task<string?> TryAskAsync(string token, TimeSpan time)
    {
        try
        {
            return (string?)await redis.GetDatabase().ScriptEvaluateAsync(
                ClusterScript.Lease, [replica.Keys.Lease], [token, (long)time.TotalMilliseconds]);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            ClusterLog.StillAway(logger, replica.Table.Name, exception.Message);
            return null;
        }
    }

    /// <summary>Returns when the lease has passed, or the source has come to its end.</summary>
    private async Task RunAsync(string token, ITableSource source, SourceMonitor monitor, CancellationToken cancellationToken)
    {
        using var held = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewing = RenewAsync(token, held);
        try
        {
            if (await HasEndedAsync(source))
            {
                return;
            }

            ClusterLog.Leads(logger, replica.Table.Name);
            await source.RunAsync(new RedisTableWriter(replica, redis, token), monitor, held.Token);
            await EndAsync(source, token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or TableUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            ClusterLog.LeadsNoMore(logger, replica.Table.Name, exception.Message);
        }
        finally
        {
            await held.CancelAsync();
            await renewing;
            // Without an answer it passes by itself.
            await TryAskAsync(token, TimeSpan.Zero);
        }
    }

    /// <summary>Ends, and cancels what runs, when the lease can no longer be relied on.</summary>
    private async Task RenewAsync(string token, CancellationTokenSource held)
    {
        var renewed = timeProvider.GetTimestamp();
        while (!held.IsCancellationRequested)
        {
            await Task.Delay(leaseTime / 4, timeProvider, held.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (held.IsCancellationRequested)
            {
                break;
            }

            var asked = timeProvider.GetTimestamp();
            var holder = await TryAskAsync(token, leaseTime);
            if (holder == token)
            {
                renewed = asked;
            }
            else if (holder is not null || timeProvider.GetElapsedTime(renewed) >= leaseTime)
            {
                // Without an answer the lease is this host's for the rest of its time; the scripts refuse what comes later.
                ClusterLog.LeadsNoMore(logger, replica.Table.Name, holder is null ? "Redis is away" : "its lease has passed");
                break;
            }
        }

        await held.CancelAsync();
    }
}
