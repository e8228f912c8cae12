using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Hosting.MemoryRelease;

/// <summary>
/// Returns memory to the system after a load. The collector alone does not: it runs on allocation, and a host without clients does not
/// allocate, so the memory of a load would stay for days.
/// </summary>
internal sealed class MemoryReleaser(
    IOptions<MemoryReleaseOptions> options, IProcessMemory memory, TimeProvider timeProvider, ILogger<MemoryReleaser> logger)
    : IHostedService, IDisposable
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly ReleasePlan _plan = new(options.Value.ReleaseAfter);
    private ITimer? _timer;
    private long _lookedAt;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.ReleaseAfter > TimeSpan.Zero)
        {
            _lookedAt = timeProvider.GetTimestamp();
            _timer = timeProvider.CreateTimer(_ => Look(), null, Interval, Interval);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _timer?.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _timer?.Dispose();

    private void Look()
    {
        // After sleep or overload the next check may start before this one has ended.
        lock (_gate)
        {
            var now = timeProvider.GetTimestamp();
            var elapsed = timeProvider.GetElapsedTime(_lookedAt, now);
            _lookedAt = now;
            var before = memory.WorkingSet;
            if (!_plan.Look(elapsed, memory.Processor, memory.Allocated, before))
            {
                return;
            }

            memory.Release();
            var after = memory.WorkingSet;
            _plan.Released(after);
            MemoryReleaseLog.Released(logger, before, after, timeProvider.GetElapsedTime(now));
        }
    }
}
