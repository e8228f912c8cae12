using StackExchange.Redis;

namespace LiveGridStudio.App.Cluster;

/// <summary>How this host speaks with Redis: never waiting long, and going on by itself once Redis is back.</summary>
internal static class RedisConnection
{
    private const int Patience = 2000;

    /// <param name="redis">The setting; what it says itself about times stays.</param>
    public static ConfigurationOptions Configure(string redis)
    {
        var options = ConfigurationOptions.Parse(redis);
        // A host starts without Redis too: it serves, says that its rows may be old, and connects later.
        options.AbortOnConnectFail = false;
        options.ClientName ??= "livegrid";
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ReconnectRetryPolicy = new LinearRetry(Patience / 2);
        options.ConnectRetry = 1;
        if (!redis.Contains("timeout", StringComparison.OrdinalIgnoreCase))
        {
            (options.ConnectTimeout, options.SyncTimeout, options.AsyncTimeout) = (Patience, Patience, Patience);
        }

        return options;
    }
}
