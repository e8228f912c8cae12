namespace LiveGridStudio.App.Catalog.Files;

/// <summary>Runs what it is given one after the other, in the order in which it came. Needs no disposal. Safe for any thread.</summary>
internal sealed class OneByOne
{
    private readonly Lock _gate = new();
    private Task _last = Task.CompletedTask;

    /// <summary>Ends as the work does.</summary>
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
        // Never here and now: whoever asks holds the lock.
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        return await work().ConfigureAwait(false);
    }
}
