namespace LiveGridStudio.App.Catalog.Files;

/// <summary>
/// A file that is replaced as a whole: a reader sees the old version or the new one, even when the program is killed or the power fails at
/// any moment. A symbolic link stays a link; the file that it points to is replaced.
/// </summary>
/// <remarks>
/// A save writes the new version beside the file, exchanges the two, and only then checks the version that it took out. If that
/// is not the version that the save started from, another program has written at the last moment: then the two are exchanged
/// again and the save is refused. So no change of another program is overwritten unnoticed. The remaining cases:
/// <list type="bullet">
/// <item>for the time between the two exchanges, microseconds, a reader sees the new version, which is then withdrawn;</item>
/// <item>a program that opened the old file before the save and writes into it afterwards writes into the backup;</item>
/// <item>the limits in <see cref="FilePlace"/> for systems other than Linux and file systems without exchange.</item>
/// </list>
/// </remarks>
internal sealed class SafeFile
{
    private readonly FilePlace _place;
    private readonly long _mostBytes;
    private readonly Action<SaveStep> _reached;

    /// <param name="path">The file, or a link to it.</param>
    /// <param name="mostBytes">The most bytes; a larger file is neither read nor replaced.</param>
    /// <param name="place">How files are replaced; null for the method of this system.</param>
    /// <param name="reached">Called after each step, before the next one.</param>
    /// <exception cref="IOException">The file does not exist.</exception>
    public SafeFile(string path, long mostBytes, FilePlace? place = null, Action<SaveStep>? reached = null)
    {
        var file = new FileInfo(path);
        var target = file.LinkTarget is null ? path : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        Path = target;
        _mostBytes = mostBytes;
        _place = place ?? new FilePlace();
        _reached = reached ?? (static _ => { });
        if (!System.IO.Path.Exists(target) && !TryFinishReplacing(target, mostBytes))
        {
            throw new IOException(target == path ? "there is no such file." : $"it is a link to {target}, which is not there.");
        }
    }

    /// <summary>The path of the file itself, after all links.</summary>
    public string Path { get; }

    public string BackupPath => SaveNames.Backup(Path);

    /// <summary>
    /// Restores the old version of a missing file. On Windows a save can be killed after the old version got its spare name and before the
    /// new one is in place.
    /// </summary>
    public static bool TryFinishReplacing(string path, long mostBytes)
    {
        if (!Directory.Exists(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))))
        {
            return false;
        }

        foreach (var leftover in SaveNames.Leftovers(path))
        {
            if (SaveNames.Marks(leftover) is { } marks && SaveNames.Mark(RegularFile.Read(leftover, mostBytes)) == marks.Before)
            {
                File.Move(leftover, path);
                return true;
            }
        }

        return false;
    }

    /// <exception cref="IOException">It is not a regular file, or too large.</exception>
    public byte[] Read() => RegularFile.Read(Path, _mostBytes);

    /// <param name="before">The version that the new one was derived from; it becomes the backup.</param>
    /// <param name="after">The new content.</param>
    /// <exception cref="IOException">It cannot be written, or another program has just changed it; the file is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">Writing is not permitted; the file is unchanged.</exception>
    public void Write(byte[] before, byte[] after)
    {
        RequireWritable();
        using var turn = SaveTurn.TryTake(Path) ?? throw new IOException("another host is saving it at this moment. Nothing was changed.");
        _reached(SaveStep.TurnTaken);
        SettleAll();
        var fresh = SaveNames.Temporary(Path);
        var swap = SaveNames.Swap(Path, before, after);
        try
        {
            WriteNew(fresh, after);
            _reached(SaveStep.NewWritten);
            // Stop early when the version has changed already.
            if (!Read().AsSpan().SequenceEqual(before))
            {
                throw ChangedByAnother();
            }

            File.Move(fresh, swap);
        }
        catch
        {
            File.Delete(fresh);
            throw;
        }

        _reached(SaveStep.NewNamed);
        Exchange(swap, before, after);
    }

    /// <summary>Removes files that killed saves have left, and completes what they had begun. Does nothing during a save.</summary>
    /// <returns>Number of removed files.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Writing to the folder is not permitted.</exception>
    public int RemoveLeftovers()
    {
        if (SaveNames.Leftovers(Path).Count == 0 && !File.Exists(SaveNames.Turn(Path)))
        {
            return 0;
        }

        using var turn = SaveTurn.TryTake(Path);
        return turn is null ? 0 : SettleAll();
    }

    private void Exchange(string swap, byte[] before, byte[] after)
    {
        string taken;
        try
        {
            taken = _place.Put(swap, Path, SaveNames.Swap(Path, before, after));
        }
        catch
        {
            File.Delete(swap);
            throw;
        }

        _reached(SaveStep.Exchanged);
        if (!IsSame(taken, before))
        {
            PutBack(taken, after);
            throw ChangedByAnother();
        }

        _reached(SaveStep.Checked);
        try
        {
            File.Move(taken, BackupPath, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            PutBack(taken, after);
            throw new IOException($"the version before cannot be kept as {System.IO.Path.GetFileName(BackupPath)}. Nothing was changed.", exception);
        }

        _reached(SaveStep.BackedUp);
    }

    /// <summary>Puts versions of other programs back that were taken out. None of them is deleted.</summary>
    private void PutBack(string theirs, byte[] after)
    {
        var taken = _place.Put(theirs, Path, SaveNames.Swap(Path, [], after));
        if (IsSame(taken, after))
        {
            File.Delete(taken);
            return;
        }

        // Another program wrote a third version in between: the newest stays in place, the one before it becomes the backup.
        File.Move(_place.Put(taken, Path, SaveNames.Swap(Path, [], after)), BackupPath, overwrite: true);
    }

    /// <summary>Called while holding the turn: no running save needs the leftover files then.</summary>
    private int SettleAll()
    {
        var count = 0;
        foreach (var leftover in SaveNames.Leftovers(Path))
        {
            try
            {
                Settle(leftover);
                count++;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It belongs to another user or cannot be read: it stays, and does not stop the save.
            }
        }

        return count;
    }

    /// <summary>
    /// Completes what a killed save had begun, depending on the leftover's content: a new version that was never put in place is removed;
    /// the replaced version becomes the backup; the last-moment version of another program is put back.
    /// </summary>
    private void Settle(string leftover)
    {
        if (SaveNames.Marks(leftover) is not { } marks)
        {
            File.Delete(leftover);
            return;
        }

        var mark = SaveNames.Mark(RegularFile.Read(leftover, _mostBytes));
        var bytes = Read();
        var now = SaveNames.Mark(bytes);
        if (mark == marks.After || mark == now)
        {
            File.Delete(leftover);
        }
        else if (mark != marks.Before && now == marks.After)
        {
            PutBack(leftover, bytes);
        }
        else
        {
            File.Move(leftover, BackupPath, overwrite: true);
        }
    }

    private bool IsSame(string path, byte[] bytes)
    {
        try
        {
            return RegularFile.Read(path, _mostBytes).AsSpan().SequenceEqual(bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another program has put something else there, such as a pipe or a larger file.
            return false;
        }
    }

    private static IOException ChangedByAnother() => new("another program has just changed it. Nothing was changed.");

    /// <summary>Throws when the file is read-only: a rename would replace it all the same.</summary>
    private void RequireWritable()
    {
        const UnixFileMode AnyWrite = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        var isReadOnly = OperatingSystem.IsWindows()
            ? File.GetAttributes(Path).HasFlag(FileAttributes.ReadOnly)
            : (File.GetUnixFileMode(Path) & AnyWrite) == UnixFileMode.None;
        if (isReadOnly)
        {
            throw new UnauthorizedAccessException("the file is read-only.");
        }

        using var probe = new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
    }

    private void WriteNew(string path, byte[] bytes)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            // Only the owner may access the new file, so that no user reads it who may not read the original.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(path, options);
        stream.Write(bytes);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(Path));
        }

        stream.Flush(flushToDisk: true);
    }
}

/// <summary>The steps of a save that leave a distinct state on disk. Tests stop or interfere at them.</summary>
internal enum SaveStep
{
    TurnTaken,
    NewWritten,
    NewNamed,
    Exchanged,
    Checked,
    BackedUp,
}
