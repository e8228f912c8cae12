namespace LiveGridStudio.Shared.Checking.FeedLint;

/// <summary>A part of a row id as it came, and as loading makes it.</summary>
internal readonly record struct FeedRowId(string Given, string Loaded)
{
    public bool IsTurned => Given != Loaded;
}
