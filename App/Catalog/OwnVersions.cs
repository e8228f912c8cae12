namespace LiveGridStudio.App.Catalog;

/// <summary>
/// The chain of versions that this program's own saves produced, to distinguish them from changes by others. Bounded: a version that is
/// very many saves old counts as a change by others.
/// </summary>
internal sealed class OwnVersions
{
    private const int MostVersions = 1000;

    private readonly List<string> _hashes = [];

    /// <summary>Whether only saves of this program lie between the two versions, or none at all.</summary>
    public bool LeadsTo(string loaded, string now) =>
        loaded == now || (_hashes.Count > 0 && _hashes[^1] == now && _hashes.Contains(loaded));

    public void Add(string before, string after)
    {
        if (_hashes.Count == 0 || _hashes[^1] != before)
        {
            _hashes.Clear();
            _hashes.Add(before);
        }

        _hashes.Add(after);
        if (_hashes.Count > MostVersions)
        {
            _hashes.RemoveRange(0, _hashes.Count - MostVersions);
        }
    }
}
