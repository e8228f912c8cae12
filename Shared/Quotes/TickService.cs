using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.Shared.Quotes;

/// <summary>The one reader of the tick source; nothing else puts ticks into the <see cref="QuoteBook"/>.</summary>
public sealed class TickService : BackgroundService
{
    private static readonly TimeSpan LeastPatience = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly ITickSource _source;
    private readonly QuoteBook _book;
    private readonly IOptions<TickOptions> _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<TickService> _logger;
    private TickStatus _status;
    private long _lastTick;

    public TickService(
        ITickSource source,
        QuoteBook book,
        IOptions<TickOptions> options,
        IMeterFactory meters,
        TimeProvider timeProvider,
        ILogger<TickService> logger)
    {
        _source = source;
        _book = book;
        _options = options;
        _timeProvider = timeProvider;
        _logger = logger;
        TickMetrics.Observe(meters, this, book);
    }

    public TickStatus Status
    {
        get
        {
            lock (_gate)
            {
                return _status;
            }
        }
    }

    /// <summary>True while the service runs and the newest tick is not older than two intervals (5 s at the least).</summary>
    public bool IsFlowing
    {
        get
        {
            var patience = _options.Value.MaxInterval * 2;
            return Status is { IsRunning: true, TickCount: > 0 }
                && _timeProvider.GetElapsedTime(Volatile.Read(ref _lastTick)) <= (patience > LeastPatience ? patience : LeastPatience);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        SetRunning(true);
        try
        {
            await foreach (var tick in _source.ReadAsync(stoppingToken).ConfigureAwait(false))
            {
                var known = _book.Publish(tick);
                Volatile.Write(ref _lastTick, _timeProvider.GetTimestamp());
                lock (_gate)
                {
                    _status = _status with
                    {
                        TickCount = _status.TickCount + 1,
                        UnknownSymbolCount = _status.UnknownSymbolCount + (known ? 0 : 1),
                        LastTickAt = _timeProvider.GetUtcNow(),
                    };
                }
            }

            TicksLog.SourceEnded(_logger);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            TicksLog.Stopped(_logger);
        }
        catch (Exception exception)
        {
            TicksLog.SourceFailed(_logger, exception);
            throw;
        }
        finally
        {
            SetRunning(false);
        }
    }

    private void SetRunning(bool running)
    {
        lock (_gate)
        {
            _status = _status with { IsRunning = running };
        }
    }
}

/// <summary>The status of the tick service at one instant.</summary>
/// <param name="IsRunning">False before the start, after the end and after a fault of the source.</param>
/// <param name="TickCount">Ticks taken in so far.</param>
/// <param name="UnknownSymbolCount">Ticks of symbols that the book does not know.</param>
/// <param name="LastTickAt">When the newest tick was taken in; null before the first.</param>
public readonly record struct TickStatus(bool IsRunning, long TickCount, long UnknownSymbolCount, DateTimeOffset? LastTickAt);
