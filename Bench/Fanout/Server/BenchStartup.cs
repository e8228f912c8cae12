using LiveGridStudio.Bench.Fanout.Server;
using LiveGridStudio.Shared.Quotes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(BenchStartup))]

namespace LiveGridStudio.Bench.Fanout.Server;

/// <summary>
/// Is loaded into the built host from outside (<c>ASPNETCORE_HOSTINGSTARTUPASSEMBLIES</c>). The host's program, server and socket run
/// unchanged; only the ticks come from <see cref="TimedTickSource"/> when a pace is set, and <see cref="BenchControl"/> adds its routes.
/// </summary>
internal sealed class BenchStartup : IHostingStartup, IStartupFilter
{
    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(static (context, services) =>
    {
        if (context.Configuration[TimedTickSource.HertzKey] is not null)
        {
            services.AddSingleton<TimedTickSource>();
            services.AddSingleton<ITickSource>(static provider => provider.GetRequiredService<TimedTickSource>());
        }

        services.AddSingleton<IStartupFilter, BenchStartup>();
    });

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        BenchControl.Use(app);
        next(app);
    };
}
