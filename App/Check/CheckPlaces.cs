using System.Threading.RateLimiting;

namespace LiveGridStudio.App.Check;

/// <summary>
/// Few checks run at a time, so that they leave the ticks a core. A place is taken when the body has come in, so that clients
/// that send theirs slowly keep nobody from checking, and given back when the answer is written or the client has gone.
/// </summary>
internal sealed class CheckPlaces : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = CheckLimits.Places,
        // The endpoints let no more requests in.
        QueueLimit = CheckLimits.Bodies,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Waits for a place, which the request keeps to its end.</summary>
    public async Task TakeAsync(HttpContext context) =>
        context.Response.RegisterForDispose(await _limiter.AcquireAsync(cancellationToken: context.RequestAborted));

    public void Dispose() => _limiter.Dispose();
}
