using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Tables.Sources;

/// <summary>Writes rows into one live table, wherever that is kept.</summary>
public interface ITableWriter
{
    LiveTable Table { get; }

    /// <summary>Merges rows in, in this order; see <see cref="LiveTable.Write"/>.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="changes">What became of each is added here, in the same order.</param>
    /// <param name="cancellationToken">Leaves it open which rows were written.</param>
    /// <exception cref="TableUnavailableException">The place where the table is kept does not answer, or this writer may write no more.</exception>
    ValueTask WriteAsync(IReadOnlyList<JsObject> rows, List<TableChange> changes, CancellationToken cancellationToken);

    /// <summary>Merges one row in.</summary>
    /// <exception cref="TableUnavailableException">As above.</exception>
    ValueTask<TableChange> WriteAsync(JsObject row, CancellationToken cancellationToken);

    /// <summary>Takes a row out; see <see cref="LiveTable.Remove"/>.</summary>
    /// <param name="key">Its key values, in the order of the key columns.</param>
    /// <param name="cancellationToken">Leaves it open whether the row was taken out.</param>
    /// <exception cref="TableUnavailableException">As above.</exception>
    ValueTask<bool> RemoveAsync(IReadOnlyList<string> key, CancellationToken cancellationToken);
}
