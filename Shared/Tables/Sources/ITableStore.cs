namespace LiveGridStudio.Shared.Tables.Sources;

/// <summary>Where the rows of the live tables are kept: in this process, or in a place that many hosts share.</summary>
public interface ITableStore
{
    /// <value>Why the rows of this host may be old; null while they are not.</value>
    string? Stale => null;

    /// <summary>A writer for whoever may write at any time, such as a push.</summary>
    ITableWriter WriterOf(LiveTable table);

    /// <summary>Runs a source whenever this host is the one that has to, until the source ends or the wait is cancelled.</summary>
    /// <param name="table">The table.</param>
    /// <param name="source">Run once, or once for each time that this host has to.</param>
    /// <param name="monitor">Told when another host runs the source.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    Task LeadAsync(LiveTable table, ITableSource source, SourceMonitor monitor, CancellationToken cancellationToken);
}

/// <summary>Everything in this process: each source runs here, and rows are written at once.</summary>
public sealed class LocalTableStore : ITableStore
{
    public ITableWriter WriterOf(LiveTable table) => new LocalTableWriter(table);

    public Task LeadAsync(LiveTable table, ITableSource source, SourceMonitor monitor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.RunAsync(new LocalTableWriter(table), monitor, cancellationToken);
    }
}
