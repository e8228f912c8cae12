namespace LiveGridStudio.App.Catalog.Files;

/// <summary>
/// Runs calls to a disk that may never answer, such as a lost network share. Each call runs on a thread of its own, so that it does not
/// block the thread pool; the caller stops waiting after <see cref="Limit"/>. No further call starts until the abandoned one has returned,
/// so there is never more than one such thread. For one caller at a time.
/// </summary>
/// <param name="time">Measures the limit.</param>
internal sealed class DiskCalls(TimeProvider time)
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private Task? _last;

    /// <param name="call">
    /// The call. It may continue after the caller has been told that there is no answer, so it must share nothing with the caller.
    /// </param>
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
            // Observe the exception of the abandoned call, because no caller will.
            _ = running.ContinueWith(static late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw new DiskSilentException();
        }
        catch (TimeoutException)
        {
            return await running.ConfigureAwait(false);
        }
    }
}
