using Microsoft.AspNetCore.Components.Endpoints;

namespace LiveGridStudio.App.Studio.Circuits;

/// <summary>Answers a page request at once with a static page when no seat is free.</summary>
internal sealed class FullHouse(RequestDelegate next, CircuitSeats seats)
{
    private static readonly object Key = new();

    /// <summary>Whether this request gets <see cref="FullPage"/> instead of the requested page.</summary>
    public static bool IsFull(HttpContext? context) => context?.Items.ContainsKey(Key) == true;

    public Task InvokeAsync(HttpContext context)
    {
        if (seats.IsFull && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            context.Items[Key] = Key;
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "10";
            context.Response.Headers.CacheControl = "no-store";
        }

        return next(context);
    }
}
