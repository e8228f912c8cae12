using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.Shared.Ticks;

/// <summary>The one reader of the tick source; nothing else puts ticks into the <see cref="QuoteBook"/>.</summary>
public sealed class TickService(
    ITickSource source, QuoteBook book, IOptions<TickOptions> options, TimeProvider timeProvider, ILogger<TickService> logger)
    : BackgroundService
{
    private static readonly TimeSpan LeastPatience = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private FeedStatus _status;
    private long _lastTick;

    public FeedStatus Status
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
            var patience = options.Value.MaxInterval * 2;
            return Status is { IsRunning: true, TickCount: > 0 }
                && timeProvider.GetElapsedTime(Volatile.Read(ref _lastTick)) <= (patience > LeastPatience ? patience : LeastPatience);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        SetRunning(true);
        try
        {
            await foreach (var tick in source.ReadAsync(stoppingToken).ConfigureAwait(false))
            {
                var known = book.Publish(tick);
                Volatile.Write(ref _lastTick, timeProvider.GetTimestamp());
                lock (_gate)
                {
                    _status = _status with
                    {
                        TickCount = _status.TickCount + 1,
                        UnknownSymbolCount = _status.UnknownSymbolCount + (known ? 0 : 1),
                        LastTickAt = timeProvider.GetUtcNow(),
                    };
                }
            }

            TicksLog.SourceEnded(logger);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            TicksLog.Stopped(logger);
        }
        catch (Exception exception)
        {
            TicksLog.SourceFailed(logger, exception);
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
