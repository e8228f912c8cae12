using Microsoft.Win32.SafeHandles;

namespace LiveGridStudio.App.Catalog.Files;

/// <summary>
/// Opens regular files only. A pipe, a folder, a socket or a device is refused with a clear message. The check uses the opened handle, not
/// the name, which may have changed a moment before. Links are followed.
/// </summary>
/// <remarks>
/// On Linux nothing here waits for another program, except for a file with a lease of a file server. .NET has no such call on macOS: there
/// a pipe blocks the caller until another program writes to it, so callers set a time limit (<see cref="DiskCalls"/>).
/// </remarks>
internal static class RegularFile
{
    /// <exception cref="IOException">The file does not exist or is not a regular one. The message does not name the file.</exception>
    /// <exception cref="UnauthorizedAccessException">Reading is not permitted.</exception>
    public static SafeFileHandle Open(string path)
    {
        var handle = OperatingSystem.IsLinux() ? LinuxCalls.TryOpen(path) : null;
        handle ??= OpenAnywhere(path);
        try
        {
            if (Refusal(handle) is { } refusal)
            {
                throw new IOException(refusal);
            }

            return handle;
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Reads a file from its start.</summary>
    /// <param name="handle">A handle from <see cref="Open"/>.</param>
    /// <param name="mostBytes">The most bytes; a larger file is not read.</param>
    /// <exception cref="IOException">The file is larger, or cannot be read.</exception>
    public static byte[] Read(SafeFileHandle handle, long mostBytes)
    {
        var length = RandomAccess.GetLength(handle);
        if (length > mostBytes)
        {
            throw new IOException($"the file has {length} bytes, more than the {mostBytes} that are read.");
        }

        // Read one byte more than the length, to see whether the file grew; kernel files report length 0.
        var bytes = new byte[Math.Max(length + 1, 4096)];
        var count = 0;
        while (RandomAccess.Read(handle, bytes.AsSpan(count), count) is > 0 and var read)
        {
            count += read;
            if (count > mostBytes)
            {
                throw new IOException($"the file has more than the {mostBytes} bytes that are read.");
            }

            if (count == bytes.Length)
            {
                Array.Resize(ref bytes, bytes.Length * 2);
            }
        }

        return bytes[..count];
    }

    /// <inheritdoc cref="Read(SafeFileHandle, long)"/>
    public static byte[] Read(string path, long mostBytes)
    {
        using var handle = Open(path);
        return Read(handle, mostBytes);
    }

    public static FileStamp StampOf(SafeFileHandle handle) => new(File.GetLastWriteTimeUtc(handle), RandomAccess.GetLength(handle));

    private static SafeFileHandle OpenAnywhere(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (UnauthorizedAccessException exception) when (Directory.Exists(path))
        {
            throw new IOException("it is a folder, not a regular file.", exception);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileNotFoundException("there is no such file.", path, exception);
        }
    }

    private static string? Refusal(SafeFileHandle handle)
    {
        var kind = OperatingSystem.IsLinux() ? LinuxCalls.KindOf(handle) : FileKind.Unknown;
        if (kind is FileKind.Unknown)
        {
            // On other systems the only possible check: pipes, sockets and terminals cannot seek.
            using var stream = new FileStream(new SafeFileHandle(handle.DangerousGetHandle(), ownsHandle: false), FileAccess.Read, 0);
            return stream.CanSeek ? null : "it is a pipe, a socket or a device, not a regular file.";
        }

        return kind switch
        {
            FileKind.Regular => null,
            FileKind.Folder => "it is a folder, not a regular file.",
            FileKind.Pipe => "it is a pipe, not a regular file.",
            FileKind.Socket => "it is a socket, not a regular file.",
            _ => "it is a device, not a regular file.",
        };
    }
}
