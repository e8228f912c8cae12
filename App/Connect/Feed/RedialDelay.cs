namespace LiveGridStudio.App.Connect.Feed;

/// <summary>How long to wait before a lost socket is dialled again.</summary>
internal static class RedialDelay
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private const int MostDoublings = 5;

    /// <summary>
    /// Doubles from one second to thirty with each failure in a row, less up to half of it by chance, so that many clients of
    /// one backend do not come back all at once.
    /// </summary>
    /// <param name="failures">How often in a row it failed, from 1.</param>
    /// <param name="random">The chance.</param>
    public static TimeSpan After(int failures, Random random)
    {
        var whole = First * Math.Pow(2, Math.Clamp(failures - 1, 0, MostDoublings));
        return (whole < Longest ? whole : Longest) * (1 - (random.NextDouble() / 2));
    }
}
