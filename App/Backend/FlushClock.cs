using System.Collections.Concurrent;
using LiveGridStudio.Shared.Ticks;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Backend;

/// <summary>
/// One timer for all sockets: every <see cref="BackendOptions.FlushInterval"/> it wakes those for which rows wait. With an
/// interval of zero it stands still, and each tick wakes its readers itself.
/// </summary>
internal sealed class FlushClock(IOptions<BackendOptions> options, QuoteBook book, TimeProvider timeProvider) : BackgroundService
{
    private readonly ConcurrentDictionary<TickSubscription, bool> _subscriptions = new();

    /// <summary>A subscription without symbols yet, woken by this clock until it is closed.</summary>
    public TickSubscription Open()
    {
        var subscription = book.Subscribe([], wakeOnTick: options.Value.FlushInterval == TimeSpan.Zero);
        _subscriptions[subscription] = true;
        return subscription;
    }

    public void Close(TickSubscription subscription)
    {
        _subscriptions.TryRemove(subscription, out _);
        subscription.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.FlushInterval == TimeSpan.Zero)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.Value.FlushInterval, timeProvider);
        // Disposing the timer ends the wait with false, where cancelling would throw.
        await using var stop = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            Flush();
        }
    }

    private void Flush()
    {
        foreach (var (subscription, _) in _subscriptions)
        {
            if (subscription.HasPending)
            {
                subscription.Wake();
            }
        }
    }
}
