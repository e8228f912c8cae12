namespace LiveGridStudio.App.Catalog;

/// <summary>
/// The versions of a file that came out of one another by this program's own saves, so that a change by anybody else can be
/// told from them. Bounded: a version that is very many saves old counts as somebody else's.
/// </summary>
internal sealed class OwnVersions
{
    private const int MostVersions = 1000;

    private readonly List<string> _hashes = [];

    /// <summary>Whether the file went from one version to the other by saves of this program alone, or not at all.</summary>
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
