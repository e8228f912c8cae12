namespace LiveGridStudio.Shared.Widgets;

/// <summary>
/// A file that is replaced whole: whoever reads it sees the old version or the new one, whenever the power goes. A symbolic
/// link stays a link; the file behind it is replaced.
/// </summary>
internal sealed class SafeFile
{
    /// <exception cref="IOException">There is no such file.</exception>
    public SafeFile(string path)
    {
        var file = new FileInfo(path);
        var target = file.LinkTarget is null ? path : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        if (!File.Exists(target))
        {
            throw new IOException(target == path ? "there is no such file." : $"it is a link to {target}, which is not there.");
        }

        Path = target;
    }

    /// <summary>The file itself, behind all links.</summary>
    public string Path { get; }

    public string BackupPath => Path + ".bak";

    public byte[] Read() => File.ReadAllBytes(Path);

    /// <param name="before">What the file has now; kept as the backup.</param>
    /// <param name="after">What it is to have.</param>
    /// <exception cref="IOException">It cannot be written, or another program has just changed it; the file is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; the file is as it was.</exception>
    public void Write(byte[] before, byte[] after)
    {
        RequireWritable();
        Put(before, BackupPath);
        Put(after, Path, () =>
        {
            if (!File.ReadAllBytes(Path).AsSpan().SequenceEqual(before))
            {
                throw new IOException("another program has just changed it. Nothing was changed.");
            }
        });
    }

    /// <summary>A rename would replace a file that may not be written.</summary>
    private void RequireWritable()
    {
        const UnixFileMode AnyWrite = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        var isReadOnly = OperatingSystem.IsWindows()
            ? File.GetAttributes(Path).HasFlag(FileAttributes.ReadOnly)
            : (File.GetUnixFileMode(Path) & AnyWrite) == 0;
        if (isReadOnly)
        {
            throw new UnauthorizedAccessException("the file is read-only.");
        }

        using var probe = new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
    }

    private void Put(byte[] bytes, string path, Action? lastLook = null)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(Path));
            }

            lastLook?.Invoke();
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
