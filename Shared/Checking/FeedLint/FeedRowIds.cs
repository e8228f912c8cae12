using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Checking.FeedLint;

/// <summary>The parts of row ids that stand in one column, before and after loading.</summary>
/// <param name="Turned">Those that loading makes another text of, with that text.</param>
/// <param name="Loaded">What all of them are after loading.</param>
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

/// <summary>A part of a row id as it came, and as loading makes it.</summary>
internal readonly record struct FeedRowId(string Given, string Loaded)
{
    public bool IsTurned => Given != Loaded;
}
