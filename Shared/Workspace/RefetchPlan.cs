using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Workspace;

/// <summary>When to fetch a widget's rows again, and after which time they count as old. Socket messages do not matter here.</summary>
public sealed record RefetchPlan
{
    /// <summary>Workspace's default for <c>refetchInterval</c> and for <c>staleTime</c>.</summary>
    private const double DefaultMilliseconds = 900_000;

    /// <summary>The smallest value that Workspace accepts.</summary>
    private const double LeastMilliseconds = 1000;

    /// <summary>A .NET timer accepts at most about 49 days.</summary>
    private const double MostMilliseconds = 30d * 24 * 60 * 60 * 1000;

    /// <value>At least one second; null for never.</value>
    public TimeSpan? Interval { get; private init; }

    /// <value>At least one second; null for never.</value>
    public TimeSpan? StaleAfter { get; private init; }

    /// <value>A <c>refetchInterval</c> given as a text (cron), which is not interpreted here; null for none.</value>
    public string? Schedule { get; private init; }

    /// <value><c>runButton</c>: changed parameters take effect only when the user runs the widget.</value>
    public bool IsRun { get; private init; }

    /// <summary>
    /// Reads a definition by Workspace's rules: <c>refetchInterval: false</c>, or a <c>runButton</c> without an interval, turns both times
    /// off. A value that Workspace refuses counts as absent.
    /// </summary>
    public static RefetchPlan Of(WidgetDefinition widget)
    {
        ArgumentNullException.ThrowIfNull(widget);
        var interval = widget.RefetchInterval;
        var isRun = widget.RunButton == true;
        if (interval == false || (isRun && !interval.IsTruthy))
        {
            return new RefetchPlan { IsRun = isRun };
        }

        var schedule = interval.Text is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
        return new RefetchPlan
        {
            IsRun = isRun,
            Schedule = schedule,
            Interval = interval.IsNull || schedule is not null ? null : Time(interval),
            StaleAfter = widget.StaleTime == false ? null : Time(widget.StaleTime),
        };
    }

    private static TimeSpan Time(JsValue value) => TimeSpan.FromMilliseconds(
        value.TryGetNumber(out var number) && number >= LeastMilliseconds ? Math.Min(number, MostMilliseconds) : DefaultMilliseconds);
}
