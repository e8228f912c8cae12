using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveGridStudio.Shared.Tables.Sources;

/// <summary>Runs the source of each live table. A source that fails is run again, after a growing delay, and takes no other one with it.</summary>
public sealed class TickService : BackgroundService
{
    /// <summary>A source that ran this long before it failed starts its delays anew.</summary>
    private static readonly TimeSpan Steady = TimeSpan.FromMinutes(1);

    private readonly IReadOnlyList<TableFeed> _feeds;
    private readonly ITableStore _store;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<TickService> _logger;
    private readonly Random _random = new();

    public TickService(
        IReadOnlyList<TableFeed> feeds, ITableStore store, IMeterFactory meters, TimeProvider timeProvider, ILogger<TickService> logger)
    {
        (_feeds, _store, _timeProvider, _logger) = (feeds, store, timeProvider, logger);
        TableMetrics.Observe(meters, feeds, store);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(_feeds.Select(feed => RunAsync(feed, stoppingToken)));

    private async Task RunAsync(TableFeed feed, CancellationToken stoppingToken)
    {
        var (table, source) = feed;
        table.Source.Begin(source);
        if (source is PushSource)
        {
            table.Source.Run();
            return;
        }

        var failures = 0;
        while (true)
        {
            var started = _timeProvider.GetTimestamp();
            string reason;
            try
            {
                await _store.LeadAsync(table, source, table.Source, stoppingToken).ConfigureAwait(false);
                stoppingToken.ThrowIfCancellationRequested();
                table.Source.End();
                SourcesLog.Ended(_logger, table.Name);
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                SourcesLog.Stopped(_logger, table.Name);
                return;
            }
            catch (TableUnavailableException exception)
            {
                reason = exception.Message;
            }
            catch (Exception exception)
            {
                SourcesLog.Failed(_logger, table.Name, exception);
                // The text may have an address with its secrets; the log has it.
                reason = $"The source failed ({exception.GetType().Name}); the log says more.";
            }

            failures = _timeProvider.GetElapsedTime(started) > Steady ? 1 : failures + 1;
            var delay = RetryDelay.After(failures, _random);
            table.Source.Retry(reason, _timeProvider.GetUtcNow() + delay);
            try
            {
                await Task.Delay(delay, _timeProvider, stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
