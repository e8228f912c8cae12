using LiveGridStudio.Shared.Ticks;
using Microsoft.Extensions.DependencyInjection;

namespace LiveGridStudio.Shared.Rows;

public static class RowsServiceCollectionExtensions
{
    /// <summary>Adds the projection from quotes to rows.</summary>
    public static IServiceCollection AddRows(this IServiceCollection services) =>
        services.AddSingleton<IQuoteProjection, QuoteRowMapper>();
}
