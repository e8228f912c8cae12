using System.Threading.RateLimiting;

namespace LiveGridStudio.App.Check;

/// <summary>
/// Limits how many checks run at a time, so that a core remains for the ticks. A check takes its place after its body has arrived and
/// releases it before the answer is sent, so that slow clients do not block others.
/// </summary>
internal sealed class CheckPlaces : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = CheckLimits.Places,
        // The endpoints admit no more requests than this.
        QueueLimit = CheckLimits.Bodies,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Waits for a place; disposing the result releases it.</summary>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken) =>
        await _limiter.AcquireAsync(cancellationToken: cancellationToken);

    public void Dispose() => _limiter.Dispose();
}
