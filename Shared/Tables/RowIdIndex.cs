namespace LiveGridStudio.Shared.Tables;

/// <summary>Finds row ids as selections compare them: trimmed, without case. Used under the table's lock.</summary>
internal sealed class RowIdIndex
{
    private readonly Dictionary<string, (string? Id, int Count)> _ids = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string id)
    {
        var (_, count) = _ids.GetValueOrDefault(id.Trim());
        _ids[id.Trim()] = (count == 0 ? id : null, count + 1);
    }

    public void Remove(string id)
    {
        var (_, count) = _ids.GetValueOrDefault(id.Trim());
        if (count <= 1)
        {
            _ids.Remove(id.Trim());
        }
        else
        {
            _ids[id.Trim()] = (null, count - 1);
        }
    }

    /// <param name="asked">The value of a selection.</param>
    /// <param name="id">The only id that is equal to it; null when none is.</param>
    /// <returns>False when there are or were several, so that this cannot tell.</returns>
    public bool TryFind(string asked, out string? id)
    {
        var isKnown = _ids.TryGetValue(asked, out var found);
        id = found.Id;
        return !isKnown || id is not null;
    }
}
