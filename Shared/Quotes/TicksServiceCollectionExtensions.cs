using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.Shared.Quotes;

public static class TicksServiceCollectionExtensions
{
    /// <summary>
    /// Adds the quotes with <see cref="SimulatedTickSource"/>, unless an <see cref="ITickSource"/> is registered before. Needs an
    /// <see cref="IQuoteProjection"/>.
    /// </summary>
    public static IServiceCollection AddTicks(this IServiceCollection services)
    {
        services.AddOptions<TickOptions>().BindConfiguration(TickOptions.SectionName)
            .Validate<IConfiguration>(
                static (_, configuration) => string.IsNullOrEmpty(configuration["Ticks:Symbols"]),
                "Ticks:Symbols must be a list: Ticks:Symbols:0:Symbol, Ticks:Symbols:0:Price and so on.")
            .ValidateOnStart();
        // Configuration binding appends to a list, so the default symbols are added after it, and only when none were given.
        services.PostConfigure<TickOptions>(static options =>
        {
            if (options.Symbols.Count == 0)
            {
                options.Symbols.AddRange(TickOptions.DefaultSymbols);
            }
        });
        services.AddSingleton<IValidateOptions<TickOptions>, TickOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ITickSource, SimulatedTickSource>();
        services.AddSingleton<QuoteBook>();
        services.AddSingleton<QuoteSource>();
        return services;
    }
}
