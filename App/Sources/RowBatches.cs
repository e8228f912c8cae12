using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Tables.Sources;

namespace LiveGridStudio.App.Sources;

/// <summary>Writes the rows of an answer or frame in pieces, so that a large one neither holds the table for long nor makes a huge message.</summary>
/// <param name="writer">Where rows go. Whoever writes waits for it: that is what holds back a fast server.</param>
/// <param name="monitor">Told what became of them.</param>
internal sealed class RowBatches(ITableWriter writer, SourceMonitor monitor)
{
    private const int MostRows = 1000;
    private readonly List<TableChange> _changes = [];

    /// <exception cref="TableUnavailableException">The table cannot be written.</exception>
    public async Task WriteAsync(IReadOnlyList<JsObject> rows, CancellationToken cancellationToken)
    {
        for (var start = 0; start < rows.Count; start += MostRows)
        {
            var batch = rows.Count <= MostRows ? rows : [.. rows.Skip(start).Take(MostRows)];
            _changes.Clear();
            await writer.WriteAsync(batch, _changes, cancellationToken);
            monitor.Took(_changes);
        }
    }
}
