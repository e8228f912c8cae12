using LiveGridStudio.Shared.Quotes;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Backend;

/// <summary>
/// One timer for all sockets: every <see cref="BackendOptions.FlushInterval"/> it wakes those with pending rows. With an interval of zero
/// it does not run, and each tick wakes its readers directly.
/// </summary>
internal sealed class FlushClock(
    IOptions<BackendOptions> options, QuoteBook book, BackendMetrics metrics, TimeProvider timeProvider) : BackgroundService
{
    private readonly Lock _gate = new();
    private readonly HashSet<TickSubscription> _subscriptions = [];

    /// <summary>A copy of the subscriptions, to iterate without the lock; null after a change.</summary>
    private TickSubscription[]? _snapshot;

    /// <summary>Opens a subscription without symbols; this clock wakes it until it is closed.</summary>
    public TickSubscription Open()
    {
        var subscription = book.Subscribe([], wakeOnTick: options.Value.FlushInterval == TimeSpan.Zero);
        lock (_gate)
        {
            _subscriptions.Add(subscription);
            _snapshot = null;
        }

        metrics.ClientOpened();
        return subscription;
    }

    public void Close(TickSubscription subscription)
    {
        lock (_gate)
        {
            _subscriptions.Remove(subscription);
            _snapshot = null;
        }

        metrics.ClientClosed();
        subscription.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.FlushInterval == TimeSpan.Zero)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.Value.FlushInterval, timeProvider);
        // Disposing the timer ends the wait with false; cancellation would throw.
        await using var stop = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            Flush();
        }
    }

    private void Flush()
    {
        TickSubscription[] subscriptions;
        lock (_gate)
        {
            subscriptions = _snapshot ??= [.. _subscriptions];
        }

        var started = metrics.FlushStarted();
        var woken = 0;
        foreach (var subscription in subscriptions)
        {
            if (subscription.HasPending)
            {
                subscription.Wake();
                woken++;
            }
        }

        metrics.Flushed(started, woken);
    }
}
