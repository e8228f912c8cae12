namespace LiveGridStudio.App.Catalog.Files;

/// <summary>Distinguishes versions of a file without reading it.</summary>
/// <param name="WrittenAt">Time of the last write, in UTC.</param>
/// <param name="Length">In bytes.</param>
internal readonly record struct FileStamp(DateTime WrittenAt, long Length);
