namespace LiveGridStudio.Tests.Support;

/// <summary>Waits for an effect in a host that raises no event.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Waits until a condition holds, and yields the processor meanwhile.</summary>
    /// <exception cref="TimeoutException">The condition does not hold after twenty seconds.</exception>
    public static Task HoldsAsync(Func<bool> condition) => HoldsAsync(() => ValueTask.FromResult(condition()), TimeSpan.FromMilliseconds(1));

    /// <summary>The same for a condition that is asked of a host, less often.</summary>
    /// <exception cref="TimeoutException">The condition does not hold after twenty seconds.</exception>
    public static Task AnswersAsync(Func<ValueTask<bool>> condition) => HoldsAsync(condition, TimeSpan.FromMilliseconds(20));

    private static async Task HoldsAsync(Func<ValueTask<bool>> condition, TimeSpan period)
    {
        using var timer = new PeriodicTimer(period, TimeProvider.System);
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(start) > Patience)
            {
                throw new TimeoutException($"It does not hold after {Patience.TotalSeconds} seconds.");
            }

            await timer.WaitForNextTickAsync();
        }
    }
}
