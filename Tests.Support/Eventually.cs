namespace LiveGridStudio.Tests.Support;

/// <summary>Waits for what a host does in its own time and tells nobody.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Waits until something holds, leaving the processor to others meanwhile.</summary>
    /// <exception cref="TimeoutException">It does not hold after twenty seconds.</exception>
    public static async Task HoldsAsync(Func<bool> condition)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        var start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            if (TimeProvider.System.GetElapsedTime(start) > Patience)
            {
                throw new TimeoutException($"It does not hold after {Patience.TotalSeconds} seconds.");
            }

            await timer.WaitForNextTickAsync();
        }
    }
}
