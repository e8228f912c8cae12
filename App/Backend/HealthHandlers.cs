using LiveGridStudio.Shared.Ticks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveGridStudio.App.Backend;

/// <summary>Is the process up, and do ticks flow.</summary>
internal static class HealthHandlers
{
    public static Ok<HealthAnswer> GetLive() => TypedResults.Ok(new HealthAnswer("up"));

    public static Results<Ok<HealthAnswer>, JsonHttpResult<HealthAnswer>> GetReady(TickService ticks) =>
        ticks.IsFlowing
            ? TypedResults.Ok(new HealthAnswer("ticks flow"))
            : TypedResults.Json(new HealthAnswer("no ticks flow"), statusCode: StatusCodes.Status503ServiceUnavailable);
}
