using LiveGridStudio.Shared.Tables.Sources;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.StackExchangeRedis;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace LiveGridStudio.App.Cluster;

internal static class ClusterServiceCollectionExtensions
{
    private const string Application = "LiveGridStudio";

    /// <summary>Adds what makes this host one of many, when the settings name a Redis. Comes before the tables.</summary>
    public static IServiceCollection AddCluster(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ClusterOptions>().BindConfiguration(ClusterOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ClusterOptions>, ClusterOptionsValidator>();
        if (string.IsNullOrEmpty(configuration["Cluster:Redis"]))
        {
            return services;
        }

        services.AddSingleton<IConnectionMultiplexer>(static provider =>
            ConnectionMultiplexer.Connect(RedisConnection.Configure(provider.GetRequiredService<IOptions<ClusterOptions>>().Value.Redis!)));
        services.AddSingleton<RedisTableStore>();
        services.AddSingleton<ITableStore>(static provider => provider.GetRequiredService<RedisTableStore>());
        services.AddHostedService(static provider => provider.GetRequiredService<RedisTableStore>());
        // The name is the folder of the host otherwise, and hosts may lie in different ones.
        services.AddDataProtection().SetApplicationName(Application);
        services.AddOptions<KeyManagementOptions>().Configure<IConnectionMultiplexer, IOptions<ClusterOptions>, ILogger<SharedKeys>>(static (keys, redis, options, logger) =>
            keys.XmlRepository = new SharedKeys(new RedisXmlRepository(() => redis.GetDatabase(), $"{options.Value.Name}:keys"), redis, logger));
        return services;
    }
}
