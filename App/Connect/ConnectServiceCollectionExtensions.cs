using LiveGridStudio.App.Connect.Documents;
using LiveGridStudio.App.Connect.Feed;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.App.Hosting;
using LiveGridStudio.App.Hosting.Proxies;
using LiveGridStudio.App.Telemetry;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Connect;

internal static class ConnectServiceCollectionExtensions
{
    /// <summary>Adds what reads other backends: <see cref="GuardedHttp"/>, <see cref="RemoteConnector"/>, settings.</summary>
    public static IServiceCollection AddConnect(this IServiceCollection services)
    {
        services.AddOptions<ConnectOptions>().BindConfiguration(ConnectOptions.SectionName).ValidateOnStart();
        services.AddSingleton<ConnectMetrics>();
        services.AddSingleton<IEarlyMetrics>(static provider => provider.GetRequiredService<ConnectMetrics>());
        services.AddSingleton<RemoteConnector>();
        services.AddSingleton<IValidateOptions<ConnectOptions>, ConnectOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(static provider => new ListenScope(
            provider.GetService<IServer>(), provider.GetRequiredService<IOptions<ProxyOptions>>().Value.Trusted.Count > 0));
        services.TryAddSingleton<INameResolver, SystemNameResolver>();
        services.AddSingleton(static provider => new GuardedHttp(
            provider.GetRequiredService<IOptions<ConnectOptions>>().Value,
            provider.GetRequiredService<INameResolver>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ListenScope>()));
        return services;
    }
}
