using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Tables.Sources;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Sources;

internal static class SourcesServiceCollectionExtensions
{
    /// <summary>Adds the live tables, those of the settings and the quotes, and the service that runs their sources.</summary>
    public static IServiceCollection AddTables(this IServiceCollection services)
    {
        // Otherwise a table with a value that cannot be converted, or a misspelt key, is left out in silence.
        services.AddOptions<TablesOptions>()
            .BindConfiguration(TablesOptions.SectionName, static options => options.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<TablesOptions>, TablesOptionsValidator>();
        services.AddSingleton(static provider => new LiveTables(Queries(provider)));
        services.TryAddSingleton<ITableStore, LocalTableStore>();
        services.AddSingleton<SourceFactory>();
        services.AddSingleton<IReadOnlyList<TableFeed>>(static provider =>
            [.. provider.GetRequiredService<LiveTables>().All.Select(provider.GetRequiredService<SourceFactory>().Create)]);
        services.AddHostedService<TickService>();
        return services;
    }

    private static IEnumerable<ITableQuery> Queries(IServiceProvider provider)
    {
        if (provider.GetRequiredService<IOptions<TickOptions>>().Value.Enabled)
        {
            yield return provider.GetRequiredService<QuoteBook>();
        }

        foreach (var (name, options) in provider.GetRequiredService<IOptions<TablesOptions>>().Value)
        {
            yield return new TableQuery(new LiveTable(name, options, provider.GetRequiredService<TimeProvider>()));
        }
    }
}
