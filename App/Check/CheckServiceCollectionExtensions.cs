using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace LiveGridStudio.App.Check;

internal static class CheckServiceCollectionExtensions
{
    /// <summary>The limiter that the checker and the preview share, <see cref="CheckEndpoints"/>.</summary>
    public const string PlacesPolicy = "check";

    /// <summary>So many requests are let in at a time; of those whose body has come in, <see cref="CheckPlaces"/> lets few run.</summary>
    public static void AddCheck(this IServiceCollection services) => services.AddSingleton<CheckPlaces>().AddRateLimiter(static limiter =>
    {
        limiter.AddConcurrencyLimiter(PlacesPolicy, static places => places.PermitLimit = CheckLimits.Places + CheckLimits.Waiting);
        limiter.OnRejected = static async (refused, _) =>
        {
            refused.HttpContext.Response.Headers.RetryAfter =
                CheckLimits.RetryAfter.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            await CheckProblems.Busy().ExecuteAsync(refused.HttpContext);
        };
    });
}
