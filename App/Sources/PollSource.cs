using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.App.Sources.Mapping;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Tables.Sources;

namespace LiveGridStudio.App.Sources;

/// <summary>
/// Reads an address at a pace. Rows of a table with a key are merged in, and what differs is a change; a row that is gone from the answer
/// stays. A table that appends gets the rows that the answer before did not have.
/// </summary>
internal sealed class PollSource(Upstream upstream, SourceOptions options, SourceClock clock) : ITableSource
{
    /// <summary>The type in the settings.</summary>
    public const string Name = "poll";

    internal static readonly TimeSpan ShortestEvery = TimeSpan.FromMilliseconds(100);
    internal static readonly TimeSpan LongestEvery = TimeSpan.FromDays(1);

    /// <summary>A server that wants to be left alone for longer is asked after this.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(5);

    private readonly RowMapping _mapping = new(options);

    public string Type => Name;

    public async Task RunAsync(ITableWriter writer, SourceMonitor monitor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(monitor);
        var retry = new SourceRetry(writer.Table.Name, monitor, clock);
        var rows = new RowBatches(writer, monitor);
        var difference = DifferenceOf(writer.Table);
        string? tag = null;
        while (true)
        {
            var started = clock.Time.GetTimestamp();
            Task wait;
            try
            {
                var answer = await upstream.GetAsync(tag, cancellationToken);
                if (!answer.IsUnchanged)
                {
                    var found = _mapping.Map(JsonAnswer.Read(answer, _mapping.MostValues));
                    Note(monitor, found);
                    await rows.WriteAsync(difference is null ? found.Rows : difference.Take(found.Rows), cancellationToken);
                }

                tag = answer.Tag;
                wait = Task.Delay(UntilNext(started), clock.Time, cancellationToken);
                retry.Succeed(isSteady: true);
            }
            catch (ConnectException exception)
            {
                wait = retry.WaitAsync(upstream.Redact(exception.Message), LeastDelay(exception), cancellationToken);
            }

            await wait;
        }
    }

    /// <summary>What a table that appends has already: this host may have restarted the source, or taken it over from another one.</summary>
    private static AnswerDifference? DifferenceOf(LiveTable table)
    {
        if (!table.IsAppending)
        {
            return null;
        }

        var difference = new AnswerDifference();
        difference.Remember(table.Snapshot(TableSelection.All).Select(static row => row.Values));
        return difference;
    }

    private void Note(SourceMonitor monitor, MappedRows found)
    {
        if (found.Problem is not null)
        {
            monitor.Note(upstream.Redact(found.Problem));
        }
        else if (found.IsEmpty)
        {
            monitor.Note("the answer has no rows where they should be");
        }
    }

    /// <summary>From start to start; a start that an answer took too long for is left out.</summary>
    private TimeSpan UntilNext(long started)
    {
        var elapsed = clock.Time.GetElapsedTime(started);
        return options.Every - TimeSpan.FromTicks(elapsed.Ticks % options.Every.Ticks);
    }

    /// <summary>At least the pace, and what the server asks for.</summary>
    private TimeSpan LeastDelay(ConnectException exception)
    {
        var asked = exception is BadStatusException { RetryAfter: { } after }
            ? after.Delta ?? after.Date - clock.Time.GetUtcNow() ?? TimeSpan.Zero
            : TimeSpan.Zero;
        asked = asked < LongestRetryAfter ? asked : LongestRetryAfter;
        return asked > options.Every ? asked : options.Every;
    }
}
