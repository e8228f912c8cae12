namespace LiveGridStudio.Bench.Reports;

/// <summary>Paths in the repository that this program was built in.</summary>
internal static class Places
{
    private const string Solution = "LiveGridStudio.sln";

    public static string Repository { get; } = Find();

    /// <summary>This program, which starts itself again for its other parts.</summary>
    public static string Bench => typeof(Places).Assembly.Location;

    /// <summary>The host as built in the same configuration, in its own folder and with its own runtime settings.</summary>
    public static string App
    {
        get
        {
            // Bench/bin/Release/net10.0/ and App/bin/Release/net10.0/ belong together.
            var tail = Path.GetRelativePath(Path.Combine(Repository, "Bench"), AppContext.BaseDirectory);
            return Path.Combine(Repository, "App", tail, "LiveGridStudio.App.dll");
        }
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException(
            $"No {Solution} above {AppContext.BaseDirectory}: the suites measure the repository's own build.");
    }
}
