namespace LiveGridStudio.Tests.Support;

/// <summary>Waits for an effect in a host that raises no event.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Waits until a condition holds, and yields the processor meanwhile.</summary>
    /// <exception cref="TimeoutException">The condition does not hold after twenty seconds.</exception>
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
