using LiveGridStudio.App.Ui;
using LiveGridStudio.Shared.Tables.Sources;

namespace LiveGridStudio.App.Studio.Host;

/// <summary>What a table's source is doing, in words.</summary>
internal static class SourceWords
{
    /// <summary>Type and state, such as <c>poll, retrying in 4 s</c>.</summary>
    public static string State(SourceMonitor source, DateTimeOffset now)
    {
        var status = source.Status;
        return status.State switch
        {
            SourceState.Starting => $"{source.Type}, nothing yet",
            SourceState.Running when !source.IsHealthy => $"{source.Type}, silent",
            SourceState.Running => source.Type == PushSource.Name ? source.Type : $"{source.Type}, running",
            SourceState.Retrying when status.RetryAt is { } at && at > now => $"{source.Type}, tried again in {TimeWords.Passed(at - now)}",
            SourceState.Retrying => $"{source.Type}, trying again",
            SourceState.Ended => $"{source.Type}, at its end",
            _ => $"{source.Type}, on another host",
        };
    }

    /// <summary>Why it is in that state, or else its newest problem and how long ago that was; null when there is nothing to say.</summary>
    public static string? Problem(SourceMonitor source, DateTimeOffset now) =>
        source.Status.Reason is { } reason ? reason
        : source is { LastProblem: { } problem, LastProblemAt: { } at } ? $"{TimeWords.Passed(now - at)} ago: {problem}"
        : null;

    /// <value>Whether somebody should look.</value>
    public static bool IsBad(SourceMonitor source) => !source.IsHealthy && source.Status.State != SourceState.Starting;
}
