namespace LiveGridStudio.App.Catalog.Files;

/// <summary>
/// A file that is replaced whole: whoever reads it sees the old version or the new one, at whatever moment the program is killed or
/// the power goes. A symbolic link stays a link; the file behind it is replaced.
/// </summary>
/// <remarks>
/// A save writes the new version beside the file, lets the two change places, and only then looks at what it took out. If that
/// is not the version that the save started from, another program has written in the last moment: then they change
/// places again and the save is refused. So nothing that another program saved is overwritten unseen. What remains:
/// <list type="bullet">
/// <item>for the time between the two exchanges, microseconds, a reader sees the new version, which is then taken back;</item>
/// <item>a program that opened the old file before the save and writes into it afterwards writes into the backup;</item>
/// <item>what <see cref="FilePlace"/> says of other systems than Linux and of file systems that cannot exchange.</item>
/// </list>
/// </remarks>
internal sealed class SafeFile
{
    private readonly FilePlace _place;
    private readonly long _mostBytes;
    private readonly Action<SaveStep> _reached;

    /// <param name="path">The file, or a link to it.</param>
    /// <param name="mostBytes">A larger file is neither read nor replaced.</param>
    /// <param name="place">How files are replaced; as the system can, when null.</param>
    /// <param name="reached">Told of each step, before the next.</param>
    /// <exception cref="IOException">There is no such file.</exception>
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

    /// <summary>The file itself, behind all links.</summary>
    public string Path { get; }

    public string BackupPath => SaveNames.Backup(Path);

    /// <summary>
    /// Gives a file that is missing its old version back. On Windows a save can be killed after that got its spare name and before
    /// the new one is in place.
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

    /// <exception cref="IOException">It is no regular file, or too large.</exception>
    public byte[] Read() => RegularFile.Read(Path, _mostBytes);

    /// <param name="before">The version that the new one was made from; it becomes the backup.</param>
    /// <param name="after">What the file is to have.</param>
    /// <exception cref="IOException">It cannot be written, or another program has just changed it; the file is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; the file is as it was.</exception>
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
            // No need to take the place of a version that is another one already.
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

    /// <summary>
    /// Removes what killed saves have left beside the file, and ends what they had begun. Does nothing while a save is under way.
    /// </summary>
    /// <returns>How many files were removed.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
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

    /// <summary>Gives their place back to the versions of others that were taken out of it. None of them is deleted.</summary>
    private void PutBack(string theirs, byte[] after)
    {
        var taken = _place.Put(theirs, Path, SaveNames.Swap(Path, [], after));
        if (IsSame(taken, after))
        {
            File.Delete(taken);
            return;
        }

        // Somebody wrote a third version in between: the newest stays in place, the one before it is kept as the backup.
        File.Move(_place.Put(taken, Path, SaveNames.Swap(Path, [], after)), BackupPath, overwrite: true);
    }

    /// <summary>For whoever has the turn: whatever is left then, no living save has use for.</summary>
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
                // Another user's, or nothing that can be read: it stays, and is no reason to refuse a save.
            }
        }

        return count;
    }

    /// <summary>
    /// Ends what a killed save had begun, by what its file holds: the new version, never put in place; or the one that was replaced,
    /// which becomes the backup; or, when another program had written in the last moment, that one's, which gets its place back.
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

    /// <summary>A rename would replace a file that may not be written.</summary>
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
            // Nobody reads it who may not read the file.
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

/// <summary>The steps of a save after which the disk is in a state of its own: what a test stops at, or interferes with.</summary>
internal enum SaveStep
{
    TurnTaken,
    NewWritten,
    NewNamed,
    Exchanged,
    Checked,
    BackedUp,
}
