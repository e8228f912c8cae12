using LiveGridStudio.App.Catalog.Files;

namespace LiveGridStudio.App.Catalog;

/// <summary>What one look at a file of the catalog found.</summary>
/// <param name="Stamp">Its version.</param>
/// <param name="Bytes">What it holds; null when it is still the version that was known.</param>
internal sealed record FileLook(FileStamp Stamp, byte[]? Bytes)
{
    /// <param name="path">The file, or a link to it.</param>
    /// <param name="known">The version that need not be read again.</param>
    /// <exception cref="IOException">There is no regular file of a fitting size.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileLook At(string path, FileStamp? known)
    {
        using var handle = RegularFile.Open(path);
        var stamp = RegularFile.StampOf(handle);
        return new FileLook(stamp, stamp == known ? null : RegularFile.Read(handle, CatalogFile.MostBytes));
    }
}
