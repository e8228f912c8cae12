namespace LiveGridStudio.App.Catalog.Files;

/// <summary>Tells one version of a file from the next without reading it.</summary>
/// <param name="WrittenAt">When it was last written, in UTC.</param>
/// <param name="Length">In bytes.</param>
internal readonly record struct FileStamp(DateTime WrittenAt, long Length);
