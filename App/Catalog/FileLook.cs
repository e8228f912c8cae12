using LiveGridStudio.App.Catalog.Files;

namespace LiveGridStudio.App.Catalog;

/// <summary>The result of one check of a catalog file.</summary>
/// <param name="Stamp">Its version.</param>
/// <param name="Bytes">The content; null when the version is already known.</param>
internal sealed record FileLook(FileStamp Stamp, byte[]? Bytes)
{
    /// <param name="path">The file, or a link to it.</param>
    /// <param name="known">The known version, which is not read again.</param>
    /// <exception cref="IOException">The file is missing, not a regular file, or too large.</exception>
    /// <exception cref="UnauthorizedAccessException">Reading is not permitted.</exception>
    public static FileLook At(string path, FileStamp? known)
    {
        using var handle = RegularFile.Open(path);
        var stamp = RegularFile.StampOf(handle);
        return new FileLook(stamp, stamp == known ? null : RegularFile.Read(handle, CatalogFile.MostBytes));
    }
}
