namespace LiveGridStudio.App.Cluster;

/// <summary>Whoever waits for a version to come back from Redis. Safe for any thread.</summary>
internal sealed class VersionWaiters(TimeProvider timeProvider)
{
    /// <summary>After this the change is written all the same; only this host has not heard of it yet.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly PriorityQueue<TaskCompletionSource, long> _waiting = new();

    /// <param name="version">The version.</param>
    /// <param name="reached">The version that is reached, asked for when nothing can be missed any more.</param>
    public Task WaitAsync(long version, Func<long> reached)
    {
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (reached() >= version)
            {
                return Task.CompletedTask;
            }

            _waiting.Enqueue(waiter, version);
        }

        return WaitAsync(waiter.Task);
    }

    public void Reach(long version)
    {
        lock (_gate)
        {
            while (_waiting.TryPeek(out var waiter, out var wanted) && wanted <= version)
            {
                waiter.TrySetResult();
                _waiting.Dequeue();
            }
        }
    }

    private async Task WaitAsync(Task reached)
    {
        await reached.WaitAsync(Longest, timeProvider).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
