namespace LiveGridStudio.Shared.Tables.Sources;

/// <summary>The delay before a lost connection, or a source that failed, is tried again.</summary>
public static class RetryDelay
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private const int MostDoublings = 5;

    /// <summary>
    /// Doubles from one second up to thirty with each consecutive failure. Up to half of it is subtracted at random, so that many clients
    /// of one server do not return at the same time.
    /// </summary>
    /// <param name="failures">Number of consecutive failures, from 1.</param>
    /// <param name="random">The source of randomness.</param>
    public static TimeSpan After(int failures, Random random)
    {
        var whole = First * Math.Pow(2, Math.Clamp(failures - 1, 0, MostDoublings));
        return (whole < Longest ? whole : Longest) * (1 - (random.NextDouble() / 2));
    }
}
