using Microsoft.Extensions.Hosting;

namespace LiveGridStudio.Shared.Widgets;

/// <summary>
/// Looks at the catalog's files twice a second, so that pages learn of an edit without asking. Looking at time and size
/// works where change notices of the operating system do not (containers, network drives).
/// </summary>
internal sealed class CatalogWatcher(WidgetCatalog catalog, TimeProvider timeProvider) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    /// <exception cref="CatalogException">A document is broken at the start: the host stops with this message.</exception>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        catalog.Refresh();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, timeProvider);
        await using var stop = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            catalog.Refresh();
        }
    }
}
