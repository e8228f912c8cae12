using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace LiveGridStudio.App.Check;

internal static class CheckServiceCollectionExtensions
{
    /// <summary>The name of the rate limiter that the checker and the preview share, <see cref="CheckEndpoints"/>.</summary>
    public const string PlacesPolicy = "check";

    /// <summary>
    /// Adds the limiter. It admits <see cref="CheckLimits.Bodies"/> requests at a time; the others wait before their body is read. Of the
    /// admitted ones <see cref="CheckPlaces"/> lets few run.
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
