using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Tables.Sources;

/// <summary>Writes into the table itself; nothing is waited for.</summary>
public sealed class LocalTableWriter(LiveTable table) : ITableWriter
{
    public LiveTable Table => table;

    public ValueTask WriteAsync(IReadOnlyList<JsObject> rows, List<TableChange> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(changes);
        foreach (var row in rows)
        {
            changes.Add(table.Write(row));
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<TableChange> WriteAsync(JsObject row, CancellationToken cancellationToken) => ValueTask.FromResult(table.Write(row));

    public ValueTask<bool> RemoveAsync(IReadOnlyList<string> key, CancellationToken cancellationToken) =>
        ValueTask.FromResult(table.Remove(TableKey.IdOf(key), key));
}
