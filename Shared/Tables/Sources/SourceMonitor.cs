namespace LiveGridStudio.Shared.Tables.Sources;

/// <summary>How the source of one table is doing: state, counts, the last problem. Safe for any thread; counting takes no lock.</summary>
public sealed class SourceMonitor(TimeProvider timeProvider)
{
    /// <summary>A longer problem is cut: it may quote what another server said.</summary>
    private const int LongestProblem = 300;

    private readonly Lock _gate = new();
    private volatile SourceStatus _status = new(SourceState.Starting, null, null, timeProvider.GetUtcNow());
    private volatile Problem? _problem;
    private long _rows;
    private long _rejected;
    private long _lastRow;

    /// <value>The type in the settings: <c>push</c>, <c>poll</c> and so on.</value>
    public string Type { get; private set; } = "push";

    public SourceStatus Status => _status;

    /// <value>Rows that the source brought, whether they changed anything or not.</value>
    public long RowCount => Volatile.Read(ref _rows);

    /// <value>Rows that the table refused.</value>
    public long RejectedCount => Volatile.Read(ref _rejected);

    /// <value>The newest problem, which may be over by now; null when there was none.</value>
    public string? LastProblem => _problem?.Text;

    /// <value>When <see cref="LastProblem"/> came up.</value>
    public DateTimeOffset? LastProblemAt => _problem?.At;

    /// <value>How long no row may come before <see cref="IsHealthy"/> says no; null for a source that may be quiet.</value>
    public TimeSpan? Patience { get; private set; }

    /// <value>Whether readers can rely on the source: it runs, here or on another host, or it has brought all that it had.</value>
    public bool IsHealthy => _status.State switch
    {
        SourceState.Ended or SourceState.Standby => true,
        SourceState.Running when Patience is { } patience =>
            RowCount > 0 && timeProvider.GetElapsedTime(Volatile.Read(ref _lastRow)) <= patience,
        SourceState.Running => true,
        _ => false,
    };

    /// <summary>Says what is monitored from now on.</summary>
    public void Begin(ITableSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        (Type, Patience) = (source.Type, source.Patience);
    }

    public void Run() => Become(SourceState.Running);

    public void End(string? reason = null) => Become(SourceState.Ended, reason);

    public void StandBy(string? reason = null) => Become(SourceState.Standby, reason);

    /// <summary>Says that the source failed, and when it is tried again.</summary>
    public void Retry(string reason, DateTimeOffset? at)
    {
        Note(reason);
        Become(SourceState.Retrying, Cut(reason), at);
    }

    /// <summary>Keeps a problem that does not stop the source.</summary>
    public void Note(string problem) => _problem = new Problem(Cut(problem), timeProvider.GetUtcNow());

    /// <summary>Counts rows that came in.</summary>
    /// <param name="rows">How many.</param>
    public void Took(int rows)
    {
        Interlocked.Add(ref _rows, rows);
        Volatile.Write(ref _lastRow, timeProvider.GetTimestamp());
    }

    /// <summary>Counts rows, and what became of them.</summary>
    public void Took(IReadOnlyList<TableChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        Took(changes.Count);
        foreach (var change in changes)
        {
            if (change.Outcome == TableOutcome.Rejected)
            {
                Interlocked.Increment(ref _rejected);
                Note($"a row was refused: {change.Problem}");
            }
        }
    }

    private static string Cut(string text) => text.Length > LongestProblem ? text[..LongestProblem] + "…" : text;

    private void Become(SourceState state, string? reason = null, DateTimeOffset? retryAt = null)
    {
        lock (_gate)
        {
            if (state != SourceState.Running || _status.State != SourceState.Running)
            {
                var since = state == _status.State ? _status.Since : timeProvider.GetUtcNow();
                _status = new SourceStatus(state, reason, retryAt, since);
            }
        }
    }

    private sealed record Problem(string Text, DateTimeOffset At);
}
