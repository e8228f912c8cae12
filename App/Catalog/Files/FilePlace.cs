namespace LiveGridStudio.App.Catalog.Files;

/// <summary>Replaces one file by another without losing a third that was put there in the meantime.</summary>
/// <remarks>
/// On Linux the two files are exchanged in one step (ext4, XFS, Btrfs, tmpfs and most others), so what is taken out is exactly what was
/// there. On other systems the old file first gets a second name and is then replaced: a version that another program moves there between
/// these two steps is lost; one that it writes into the old file is not. On a file system without second names (FAT) a copy of the old file
/// is made instead, and what is written between copy and move is lost too.
/// </remarks>
/// <param name="canExchange">False uses the method of systems other than Linux.</param>
internal sealed class FilePlace(bool canExchange = true)
{
    /// <param name="source">The new file.</param>
    /// <param name="target">The path of the existing file to replace.</param>
    /// <param name="spare">An unused name for the old file.</param>
    /// <returns>The path of the old file now: <paramref name="source"/> or <paramref name="spare"/>.</returns>
    /// <exception cref="IOException">It is not possible; the target is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">It is not permitted; the target is unchanged.</exception>
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
                // Windows may fail half-way, with the old file under its spare name.
                File.Move(spare, target);
                throw;
            }

            PutOverACopy(source, target, spare);
        }

        return spare;
    }

    private static void PutOverACopy(string source, string target, string spare)
    {
        // It may by now be a second name of the target: writing into it would change the target.
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
