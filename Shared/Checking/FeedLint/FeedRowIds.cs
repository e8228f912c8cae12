using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Checking.FeedLint;

/// <summary>The parts of row ids in one column, before and after loading.</summary>
/// <param name="Turned">The parts whose text changes on loading, each with its new text.</param>
/// <param name="Loaded">All parts as they are after loading.</param>
internal sealed record FeedRowIds(IReadOnlyList<FeedRowId> Turned, IReadOnlySet<string> Loaded)
{
    public static FeedRowIds Read(FeedRows rows, string column)
    {
        var turned = new List<FeedRowId>();
        var loaded = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows.Rows)
        {
            var given = row[column];
            var id = new FeedRowId(RowId.PartOf(given), RowId.PartOf(rows.Loaded.Loader.Load(column, given)));
            loaded.Add(id.Loaded);
            if (id.IsTurned)
            {
                turned.Add(id);
            }
        }

        return new FeedRowIds(turned, loaded);
    }
}

/// <summary>A part of a row id as received and as it is after loading.</summary>
internal readonly record struct FeedRowId(string Given, string Loaded)
{
    public bool IsTurned => Given != Loaded;
}
