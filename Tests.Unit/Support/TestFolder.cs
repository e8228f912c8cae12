using System.Runtime.InteropServices;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>A temporary folder for one test, deleted with it.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("livegrid-");

    public string FullName => _folder.FullName;

    /// <summary>The full path of a name in it.</summary>
    public string this[string name] => Path.Combine(FullName, name);

    public IReadOnlyList<string> Names => [.. Directory.GetFileSystemEntries(FullName).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>A pipe without a writer: opening it for reading blocks permanently.</summary>
    public string WritePipe(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes are no files there.");
        Assert.Equal(0, MakePipe(this[name], 0x1B6));
        return this[name];
    }

    /// <summary>A copy of the folder as a save would leave it that is killed now: the same files, without locks.</summary>
    public TestFolder Copy()
    {
        var copy = new TestFolder();
        foreach (var path in Directory.GetFiles(FullName))
        {
            // The content of a turn's lock file does not matter, and it cannot be opened while locked.
            File.WriteAllBytes(copy[Path.GetFileName(path)], path.EndsWith(".saving", StringComparison.Ordinal) ? [] : File.ReadAllBytes(path));
        }

        return copy;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [DllImport("libc", EntryPoint = "mkfifo")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakePipe([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);
}
