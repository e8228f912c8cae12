using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace LiveGridStudio.App.Check;

internal static class CheckServiceCollectionExtensions
{
    /// <summary>The limiter that the checker and the preview share, <see cref="CheckEndpoints"/>.</summary>
    public const string PlacesPolicy = "check";

    /// <summary>
    /// Few checks run at a time, so that they leave the ticks a core: a place is taken before the body is read and given back
    /// when the answer is written, or the client has gone.
    /// </summary>
    public static void AddCheck(this IServiceCollection services) => services.AddRateLimiter(static limiter =>
    {
        limiter.AddConcurrencyLimiter(PlacesPolicy, static places =>
        {
            places.PermitLimit = CheckLimits.Places;
            places.QueueLimit = CheckLimits.Waiting;
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
