using System.Globalization;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.App.Cluster;

/// <summary>
/// The newest rows of a table that appends, by their sequence in Redis. Rows come in order, but for those that a host brings back after Redis
/// has lost them: these go to their place, so that all hosts end with the same rows in the same order. Used by one thread at a time.
/// </summary>
internal sealed class AppendedRows(LiveTable table)
{
    private readonly SortedDictionary<long, JsObject> _rows = [];

    /// <value>The sequence of the newest row; 0 before the first.</value>
    public long LastSequence { get; private set; }

    /// <param name="rows">Rows that may be known already.</param>
    public void Add(IEnumerable<StoredRow> rows)
    {
        var isOutOfOrder = false;
        foreach (var row in rows)
        {
            if (!_rows.TryAdd(row.Sequence, row.Values))
            {
                continue;
            }

            if (row.Sequence > LastSequence)
            {
                LastSequence = row.Sequence;
                table.Put("", row.Values);
            }
            else
            {
                isOutOfOrder = true;
            }

            if (_rows.Count > table.Options.Keep)
            {
                _rows.Remove(_rows.First().Key);
            }
        }

        if (isOutOfOrder)
        {
            table.Arrange([.. _rows.Values]);
        }
    }

    /// <summary>The rows that are not among these.</summary>
    public IReadOnlyList<LostRow> Without(IEnumerable<long> sequences)
    {
        var known = sequences.ToHashSet();
        return [.. _rows.Where(row => !known.Contains(row.Key))
            .Select(static row => new LostRow(row.Key.ToString(CultureInfo.InvariantCulture), 0, row.Key, "", row.Value))];
    }
}
