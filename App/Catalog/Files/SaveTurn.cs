using System.Security.Cryptography;

namespace LiveGridStudio.App.Catalog.Files;

/// <summary>
/// The exclusive right to save one file. Hosts that share the file, on one machine or on several, get it one after the other. It ends with
/// the process, however that ends. Other programs do not respect it. The caller that took it disposes it.
/// </summary>
/// <remarks>
/// The turn is a lock on <c>{file}.saving</c>. That file is deleted at the end of the turn, so a process that locks it might hold a file
/// that has just been deleted, while another process already locks its successor. A turn therefore counts only when the file under the name
/// is the locked one: compared by its number on Linux, otherwise by a random length, one of a million, that the lock holder sets. If the
/// folder's file system has no locks (some network drives), every host gets its turn at once, and of two simultaneous saves one may fail;
/// the file that is taken out is checked in any case (<see cref="SafeFile.Write"/>).
/// </remarks>
internal sealed class SaveTurn : IDisposable
{
    private const int MostBytes = 1_000_000;

    private readonly FileStream _stream;

    private SaveTurn(FileStream stream) => _stream = stream;

    /// <returns>Null while another host has the turn.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Writing to the folder is not permitted.</exception>
    public static SaveTurn? TryTake(string path)
    {
        var name = SaveNames.Turn(path);
        FileStream? stream = null;
        try
        {
            // Windows deletes the file with its last handle; on other systems that would delete the successor's file too.
            var options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None;
            stream = Open(name, options);
            if (OperatingSystem.IsWindows() || IsUnderItsName(stream, name))
            {
                return new SaveTurn(stream);
            }

            stream.Dispose();
            return null;
        }
        catch (FileNotFoundException)
        {
            // The previous turn has just ended.
            return null;
        }
        catch (IOException exception) when (IsTaken(exception))
        {
            return null;
        }
        catch
        {
            stream?.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        using (_stream)
        {
            if (!OperatingSystem.IsWindows())
            {
                File.Delete(_stream.Name);
            }
        }
    }

    /// <summary>
    /// Creates or opens the lock file. Anything else under this name is neither opened nor written: a link could lead to any file of the
    /// user.
    /// </summary>
    private static FileStream Open(string name, FileOptions options)
    {
        try
        {
            return new FileStream(name, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, options);
        }
        catch (IOException exception) when (exception.HResult == (OperatingSystem.IsWindows() ? unchecked((int)0x80070050) : 17))
        {
            if (new FileInfo(name).LinkTarget is not null)
            {
                throw new IOException($"{Path.GetFileName(name)} is a link, which is none of a save's. Nothing was changed.", exception);
            }

            RegularFile.Open(name).Dispose();
            return new FileStream(name, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, options);
        }
    }

    private static bool IsUnderItsName(FileStream stream, string name)
    {
        if (OperatingSystem.IsLinux() && LinuxCalls.IsUnderItsName(stream.SafeFileHandle, name) is { } isUnderIt)
        {
            return isUnderIt;
        }

        // Identify the file by its length: opening it again would ask for a lock, which this process itself holds.
        stream.SetLength(RandomNumberGenerator.GetInt32(1, MostBytes));
        return new FileInfo(name) is { Exists: true } found && found.Length == stream.Length;
    }

    /// <summary>Whether another process holds the lock: a sharing violation on Windows, EWOULDBLOCK (Linux 11, macOS 35) elsewhere.</summary>
    private static bool IsTaken(IOException exception) =>
        exception.HResult == (OperatingSystem.IsWindows() ? unchecked((int)0x80070020) : OperatingSystem.IsLinux() ? 11 : 35);
}
