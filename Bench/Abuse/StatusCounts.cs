namespace LiveGridStudio.Bench.Abuse;

/// <summary>The statuses of many connections: <c>34 x 200, 6 x 503</c>.</summary>
internal static class StatusCounts
{
    public static string Text(IEnumerable<string> statuses) => string.Join(
        ", ",
        statuses.CountBy(static status => status).OrderBy(static entry => entry.Key, StringComparer.Ordinal)
            .Select(static entry => $"{entry.Value} x {entry.Key}"));
}
