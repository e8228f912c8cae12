using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace LiveGridStudio.App.Catalog.Files;

/// <summary>Linux calls that .NET does not offer: open without blocking, the kind of a handle or name, and the exchange of two files.</summary>
[SupportedOSPlatform("linux")]
internal static class LinuxCalls
{
    private const int ReadOnly = 0;
    private const int NoTerminal = 0x100;
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const int EmptyPath = 0x1000;
    private const int WorkingDirectory = -100;
    private const uint Exchange = 2;
    private const uint TypeOnly = 1;
    private const uint TypeAndNumber = TypeOnly | 0x100;
    private const int ModeOffset = 28;
    private const int NumberOffset = 32;
    private const int DeviceOffset = 136;
    private const int NoFollow = 0x100;
    private const int TypeMask = 0xF000;

    private const int NotPermitted = 1;
    private const int NoDevice = 6;
    private const int TryAgain = 11;
    private const int InvalidArgument = 22;
    private const int NoSuchCall = 38;
    private const int NotSupported = 95;

    /// <summary>Opens for reading, without blocking on a pipe that has no writer.</summary>
    /// <returns>The handle; null when another program holds a lease on the file and must return it first.</returns>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">Reading is not permitted.</exception>
    public static SafeFileHandle? TryOpen(string path)
    {
        var descriptor = Open(path, ReadOnly | NoTerminal | NonBlocking | CloseOnExec);
        if (descriptor >= 0)
        {
            return new SafeFileHandle(descriptor, ownsHandle: true);
        }

        return Marshal.GetLastPInvokeError() switch
        {
            TryAgain => null,
            NoDevice => throw new IOException("it is a socket or a device, not a regular file."),
            2 or 20 => throw new FileNotFoundException("there is no such file.", path),
            NotPermitted or 13 => throw new UnauthorizedAccessException("it may not be read."),
            var error => throw new IOException($"{Marshal.GetPInvokeErrorMessage(error)}."),
        };
    }

    /// <summary>The kind of the open file; <see cref="FileKind.Unknown"/> when the kernel does not say.</summary>
    public static FileKind KindOf(SafeFileHandle handle)
    {
        // This structure has the same layout on every processor, unlike those of the older calls.
        var answer = new byte[256];
        try
        {
            if (Statx(handle, "", EmptyPath, TypeOnly, answer) != 0)
            {
                return FileKind.Unknown;
            }
        }
        catch (EntryPointNotFoundException)
        {
            return FileKind.Unknown;
        }

        return (BitConverter.ToUInt16(answer, ModeOffset) & TypeMask) switch
        {
            0x8000 => FileKind.Regular,
            0x4000 => FileKind.Folder,
            0x1000 => FileKind.Pipe,
            0xC000 => FileKind.Socket,
            _ => FileKind.Device,
        };
    }

    /// <summary>Whether a name refers to exactly the open file, and the file is regular and not a link.</summary>
    /// <returns>Null when the kernel does not say.</returns>
    public static bool? IsUnderItsName(SafeFileHandle handle, string path)
    {
        var (open, named) = (new byte[256], new byte[256]);
        try
        {
            return Statx(handle, "", EmptyPath, TypeAndNumber, open) != 0 ? null
                : Statx(WorkingDirectory, path, NoFollow, TypeAndNumber, named) == 0
                    && (BitConverter.ToUInt16(named, ModeOffset) & TypeMask) == 0x8000
                    && open.AsSpan(NumberOffset, 8).SequenceEqual(named.AsSpan(NumberOffset, 8))
                    && open.AsSpan(DeviceOffset, 8).SequenceEqual(named.AsSpan(DeviceOffset, 8));
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Exchanges two files in one step: neither name is without a file at any moment.</summary>
    /// <returns>False when the file system or the kernel does not support it; nothing has changed then.</returns>
    /// <exception cref="IOException">It failed for another reason; nothing has changed.</exception>
    public static bool TryExchange(string first, string second)
    {
        try
        {
            if (RenameAt2(WorkingDirectory, first, WorkingDirectory, second, Exchange) == 0)
            {
                return true;
            }
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }

        return Marshal.GetLastPInvokeError() is var error && error is NotPermitted or InvalidArgument or NoSuchCall or NotSupported
            ? false
            : throw new IOException($"{Marshal.GetPInvokeErrorMessage(error)}.");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(SafeFileHandle folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] answer);

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] answer);

    [DllImport("libc", EntryPoint = "renameat2", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int RenameAt2(
        int firstFolder,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string first,
        int secondFolder,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string second,
        uint flags);
}

/// <summary>The kind of a directory entry.</summary>
internal enum FileKind
{
    Unknown,
    Regular,
    Folder,
    Pipe,
    Socket,
    Device,
}
