using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using StackExchange.Redis;

namespace LiveGridStudio.App.Cluster;

/// <summary>The rows of a table of this host, with the versions that they have in Redis. Used by one thread at a time.</summary>
internal sealed class ReplicaRows(LiveTable table)
{
    private readonly Dictionary<string, long> _versions = new(StringComparer.Ordinal);

    /// <summary>Of a table that appends: the newest rows by sequence, as the table keeps them.</summary>
    private readonly AppendedRows _appended = new(table);

    /// <value>Of a table that appends: the sequence of its newest row.</value>
    public long LastSequence => _appended.LastSequence;

    /// <value>How many rows of Redis had no room in the table since they were last read.</value>
    public int LeftOut { get; private set; }

    /// <summary>Applies changes that were made in one step, but those of which the table has a newer state.</summary>
    public void Apply(IReadOnlyList<AnnouncedChange> changes)
    {
        if (table.IsAppending)
        {
            _appended.Add(changes.Select(static change => change.Row));
            return;
        }

        foreach (var change in changes)
        {
            if (change.Row.Version <= _versions.GetValueOrDefault(change.Id))
            {
                continue;
            }

            if (change.IsRemoval)
            {
                Remove(change.Id);
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
        LeftOut = 0;
        if (table.IsAppending)
        {
            var lost = keepsOthers ? _appended.Without(found.Values.Select(static row => row.Sequence)) : [];
            _appended.Add(found.Values.OrderBy(static row => row.Sequence));
            return lost;
        }

        var missing = Missing(found);
        if (!keepsOthers)
        {
            // First of all, to make room.
            missing.ForEach(row => Remove(row.Id));
        }

        foreach (var (id, row) in found.OrderBy(static row => row.Value.Sequence))
        {
            if (row.Version > _versions.GetValueOrDefault(id, -1))
            {
                Put(id, row);
            }
        }

        return keepsOthers ? missing : [];
    }

    /// <summary>Rows of this host that are not among those found, or are newer.</summary>
    private List<LostRow> Missing(Dictionary<string, StoredRow> found)
    {
        var missing = new List<LostRow>();
        foreach (var row in table.Snapshot(TableSelection.All))
        {
            var version = _versions.GetValueOrDefault(row.Id);
            if (!found.TryGetValue(row.Id, out var stored) || stored.Version < version)
            {
                missing.Add(new LostRow(row.Id, version, 0, RowCodec.Key(table.Key, row.Values), row.Values));
            }
        }

        return missing;
    }

    private void Put(string id, StoredRow row)
    {
        if (table.Put(id, row.Values))
        {
            _versions[id] = row.Version;
        }
        else
        {
            LeftOut++;
        }
    }

    private void Remove(string id)
    {
        _versions.Remove(id);
        table.Remove(id);
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
