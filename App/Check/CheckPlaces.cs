using System.Threading.RateLimiting;

namespace LiveGridStudio.App.Check;

/// <summary>
/// Few checks run at a time, so that they leave the ticks a core. A place is taken when the body has come in, so that clients
/// that send theirs slowly keep nobody from checking, and given back before the answer is sent, for the same reason.
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

    /// <summary>Waits for a place; disposing of what is given gives it back.</summary>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken) =>
        await _limiter.AcquireAsync(cancellationToken: cancellationToken);

    public void Dispose() => _limiter.Dispose();
}
