namespace LiveGridStudio.App.Catalog.Files;

/// <summary>Runs tasks one after the other, in the order of the calls. Needs no disposal. Thread-safe.</summary>
internal sealed class OneByOne
{
    private readonly Lock _gate = new();
    private Task _last = Task.CompletedTask;

    /// <summary>The returned task ends with the result of the work.</summary>
    public Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        lock (_gate)
        {
            var mine = AfterAsync(_last, work);
            _last = mine;
            return mine;
        }
    }

    private static async Task<T> AfterAsync<T>(Task before, Func<Task<T>> work)
    {
        // Never start on the calling thread, because the caller holds the lock.
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        return await work().ConfigureAwait(false);
    }
}
