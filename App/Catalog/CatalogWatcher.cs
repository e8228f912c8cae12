namespace LiveGridStudio.App.Catalog;

/// <summary>
/// Checks the catalog's files twice a second, so that pages learn of an edit without asking. Comparing time and size also works where
/// change notifications of the operating system do not (containers, network drives). Also removes, once, files that killed saves have left.
/// </summary>
internal sealed class CatalogWatcher(
    WidgetCatalog catalog,
    CatalogWriter writer,
    IHostApplicationLifetime lifetime,
    TimeProvider timeProvider,
    ILogger<CatalogWatcher> logger)
    : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    /// <exception cref="CatalogException">
    /// A document is broken at the start, or its disk does not answer: the host stops with this message.
    /// </exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await catalog.RefreshAsync();
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, timeProvider);
        await using var stop = stoppingToken.Register(timer.Dispose);
        var hasCleaned = false;
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            await catalog.RefreshAsync();
            // Wait for the start: whether files may be written depends on the addresses that the server listens on.
            if (!hasCleaned && lifetime.ApplicationStarted.IsCancellationRequested && writer.Obstacle is null)
            {
                hasCleaned = true;
                await RemoveLeftoversAsync();
            }
        }
    }

    private async Task RemoveLeftoversAsync()
    {
        var path = catalog.Current.Widgets.Path;
        try
        {
            if (await writer.RemoveLeftoversAsync() is > 0 and var count)
            {
                WidgetsLog.LeftoversRemoved(logger, count, path);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            WidgetsLog.LeftoversKept(logger, path, exception.Message);
        }
    }
}
