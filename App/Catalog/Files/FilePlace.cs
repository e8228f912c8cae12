namespace LiveGridStudio.App.Catalog.Files;

/// <summary>Puts one file in the place of another without losing a third that came there meanwhile.</summary>
/// <remarks>
/// On Linux the two change places in one step (ext4, XFS, Btrfs, tmpfs and most others): what is taken out is exactly what was
/// there. Elsewhere the old file first gets a second name and is then replaced: a version that another program moves there
/// between these two steps is lost, one that it writes into the old file is not. Where a file system has no second names
/// (FAT), a copy stands for the old file, and what is written into it between copy and move is lost too.
/// </remarks>
/// <param name="canExchange">False does as other systems than Linux do.</param>
internal sealed class FilePlace(bool canExchange = true)
{
    /// <param name="source">The new file.</param>
    /// <param name="target">Its place, where a file is.</param>
    /// <param name="spare">A name that is free, for the file that was there.</param>
    /// <returns>Where the file now is that was there: <paramref name="source"/> or <paramref name="spare"/>.</returns>
    /// <exception cref="IOException">It cannot be done; the target is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be done; the target is as it was.</exception>
    public string Put(string source, string target, string spare)
    {
        if (canExchange && OperatingSystem.IsLinux() && LinuxCalls.TryExchange(source, target))
        {
            return source;
        }

        try
        {
            File.Replace(source, target, spare);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (!File.Exists(target) && File.Exists(spare))
            {
                // Windows may stop half-way, with the old file under its spare name.
                File.Move(spare, target);
                throw;
            }

            PutOverACopy(source, target, spare);
        }

        return spare;
    }

    private static void PutOverACopy(string source, string target, string spare)
    {
        // It may be a second name of the target by now: to write into it would write into the target.
        File.Delete(spare);
        var copy = SaveNames.Temporary(target);
        try
        {
            File.Copy(target, copy);
            File.Move(copy, spare);
            File.Move(source, target, overwrite: true);
        }
        catch
        {
            File.Delete(copy);
            File.Delete(spare);
            throw;
        }
    }
}
