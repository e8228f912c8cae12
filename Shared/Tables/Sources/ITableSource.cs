namespace LiveGridStudio.Shared.Tables.Sources;

/// <summary>Where the rows of a live table come from. <see cref="TickService"/> runs it, on one host at a time.</summary>
public interface ITableSource
{
    /// <value><c>simulated</c>, <c>push</c>, <c>poll</c>, <c>websocket</c> or <c>replay</c>.</value>
    string Type { get; }

    /// <value>Tells it from what another setting would make of it: a source that has come to its end stays ended while this stays the same.</value>
    string Identity => Type;

    /// <value>How long no row may come before the source counts as silent; null for a source that may be quiet.</value>
    TimeSpan? Patience => null;

    /// <summary>
    /// Writes rows until cancelled. Faults that may pass are the source's own: it says so in <paramref name="monitor"/> and tries again.
    /// It may be run again after it ended.
    /// </summary>
    /// <param name="writer">Where the rows go. Its exceptions are not the source's: they end the run.</param>
    /// <param name="monitor">Told of the state, of rows and of problems.</param>
    /// <param name="cancellationToken">Ends the run: the host stops, or another host runs the source from now on.</param>
    Task RunAsync(ITableWriter writer, SourceMonitor monitor, CancellationToken cancellationToken);
}
