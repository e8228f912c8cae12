using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using StackExchange.Redis;

namespace LiveGridStudio.App.Cluster;

/// <summary>The rows of a table of this host, with the versions that they have in Redis. Used by one thread at a time.</summary>
internal sealed class ReplicaRows(LiveTable table)
{
    private readonly Dictionary<string, long> _versions = new(StringComparer.Ordinal);

    /// <summary>Of a table that appends: the newest rows by sequence, as the table keeps them.</summary>
    private readonly Queue<(long Sequence, JsObject Values)> _appended = [];

    /// <value>Of a table that appends: the sequence of its newest row.</value>
    public long LastSequence { get; private set; }

    /// <summary>Applies one change, unless the table has a newer state of the row.</summary>
    public void Apply(AnnouncedChange change)
    {
        if (table.IsAppending)
        {
            Append(change.Row);
        }
        else if (change.Row.Version > _versions.GetValueOrDefault(change.Id))
        {
            if (change.IsRemoval)
            {
                _versions.Remove(change.Id);
                table.Remove(change.Id);
            }
            else
            {
                Put(change.Id, change.Row);
            }
        }
    }

    /// <summary>Takes over all rows that Redis has.</summary>
    /// <param name="found">The rows, by id.</param>
    /// <param name="keepsOthers">Whether rows that are not among them were lost; else they were taken out.</param>
    /// <returns>The rows that Redis has lost.</returns>
    public IReadOnlyList<LostRow> Take(Dictionary<string, StoredRow> found, bool keepsOthers)
    {
        var ordered = found.OrderBy(static row => row.Value.Sequence);
        if (table.IsAppending)
        {
            foreach (var (_, row) in ordered)
            {
                Append(row);
            }

            var known = found.Values.Select(static row => row.Sequence).ToHashSet();
            return keepsOthers
                ? [.. _appended.Where(row => !known.Contains(row.Sequence)).Select(static row => new LostRow(RowIdOf(row.Sequence), 0, row.Sequence, "", row.Values))]
                : [];
        }

        foreach (var (id, row) in ordered)
        {
            if (row.Version > _versions.GetValueOrDefault(id, -1))
            {
                Put(id, row);
            }
        }

        var lost = new List<LostRow>();
        foreach (var row in table.Snapshot(TableSelection.All))
        {
            var version = _versions.GetValueOrDefault(row.Id);
            if (found.TryGetValue(row.Id, out var stored) && stored.Version >= version)
            {
                continue;
            }

            if (keepsOthers)
            {
                lost.Add(new LostRow(row.Id, version, 0, RowCodec.Key(table.Key, row.Values), row.Values));
            }
            else
            {
                _versions.Remove(row.Id);
                table.Remove(row.Id);
            }
        }

        return lost;
    }

    private static string RowIdOf(long sequence) => sequence.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void Put(string id, StoredRow row)
    {
        _versions[id] = row.Version;
        table.Put(id, row.Values);
    }

    private void Append(StoredRow row)
    {
        if (row.Sequence <= LastSequence)
        {
            return;
        }

        LastSequence = row.Sequence;
        table.Put("", row.Values);
        _appended.Enqueue((row.Sequence, row.Values));
        if (_appended.Count > table.Options.Keep)
        {
            _appended.Dequeue();
        }
    }
}

/// <summary>A row that this host has and Redis has not.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">The newest version that this host knows; 0 for a row that Redis never had.</param>
/// <param name="Sequence">Of a table that appends; else 0, and it gets a new one.</param>
/// <param name="Key">Its key values.</param>
/// <param name="Values">All columns.</param>
internal sealed record LostRow(string Id, long Version, long Sequence, string Key, JsObject Values)
{
    /// <summary>As the script takes it.</summary>
    public RedisValue[] Arguments() => [RowCodec.Id(Id), Version, Sequence, Key, RowCodec.Cells(Values)];
}
