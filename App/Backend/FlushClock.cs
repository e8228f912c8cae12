using LiveGridStudio.Shared.Tables;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Backend;

/// <summary>
/// One timer for all sockets: every <see cref="BackendOptions.FlushInterval"/> it wakes those with pending rows. With an interval of zero
/// it does not run, and each tick wakes its readers directly.
/// </summary>
internal sealed class FlushClock(
    IOptions<BackendOptions> options, BackendMetrics metrics, TimeProvider timeProvider) : BackgroundService
{
    private readonly Lock _gate = new();
    private readonly HashSet<TableSubscription> _subscriptions = [];

    /// <summary>The same ones, to go through without the lock; null after a change.</summary>
    private TableSubscription[]? _snapshot;

    /// <summary>A subscription that wants nothing yet, woken by this clock until it is closed.</summary>
    public TableSubscription Open(LiveTable table)
    {
        var subscription = table.Subscribe(wakeOnChange: options.Value.FlushInterval == TimeSpan.Zero);
        lock (_gate)
        {
            _subscriptions.Add(subscription);
            _snapshot = null;
        }

        metrics.ClientOpened();
        return subscription;
    }

    public void Close(TableSubscription subscription)
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
        TableSubscription[] subscriptions;
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
