using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace LiveGridStudio.App.Check;

internal static class CheckServiceCollectionExtensions
{
    /// <summary>The limiter that the checker and the preview share, <see cref="CheckEndpoints"/>.</summary>
    public const string PlacesPolicy = "check";

    /// <summary>
    /// So many requests are let in at a time, and wait before their body is read; of those whose body has come in,
    /// <see cref="CheckPlaces"/> lets few run.
    /// </summary>
    public static void AddCheck(this IServiceCollection services) => services.AddSingleton<CheckPlaces>().AddRateLimiter(static limiter =>
    {
        limiter.AddConcurrencyLimiter(PlacesPolicy, static places =>
        {
            places.PermitLimit = CheckLimits.Bodies;
            places.QueueLimit = CheckLimits.Places + CheckLimits.Waiting - CheckLimits.Bodies;
            places.QueueProcessingOrder = QueueProcessingOrder.OldestFirst;
        });
        limiter.OnRejected = static async (refused, _) =>
        {
            refused.HttpContext.Response.Headers.RetryAfter =
                CheckLimits.RetryAfter.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            await CheckProblems.Busy().ExecuteAsync(refused.HttpContext);
        };
    });
}
