namespace LiveGridStudio.App.Catalog.Files;

/// <summary>
/// Calls to a disk that may never answer, such as a network share that is gone. Each runs on a thread of its own, so that none
/// of the pool is lost to it; whoever asked stops waiting after <see cref="Limit"/>. Until the abandoned call has returned no other is
/// started: there is never more than one such thread. For one caller at a time.
/// </summary>
/// <param name="time">Measures the limit.</param>
internal sealed class DiskCalls(TimeProvider time)
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private Task? _last;

    /// <param name="call">May go on long after the caller was told that there is no answer; shares nothing with the caller meanwhile.</param>
    /// <exception cref="DiskSilentException">No answer within the limit, or still none to an earlier call.</exception>
    public async Task<T> RunAsync<T>(Func<T> call)
    {
        if (_last is { IsCompleted: false })
        {
            throw new DiskSilentException();
        }

        var running = Task.Factory.StartNew(
            call, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
        _last = running;
        try
        {
            return await running.WaitAsync(Limit, time).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!running.IsCompleted)
        {
            // Nobody asks for its outcome any more, not even for its fault.
            _ = running.ContinueWith(static late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw new DiskSilentException();
        }
        catch (TimeoutException)
        {
            return await running.ConfigureAwait(false);
        }
    }
}
