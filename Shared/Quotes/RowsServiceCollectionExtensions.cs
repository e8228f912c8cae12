using Microsoft.Extensions.DependencyInjection;

namespace LiveGridStudio.Shared.Quotes;

public static class RowsServiceCollectionExtensions
{
    /// <summary>Adds the projection from quotes to rows.</summary>
    public static IServiceCollection AddRows(this IServiceCollection services) =>
        services.AddSingleton<IQuoteProjection, QuoteRowMapper>();
}
