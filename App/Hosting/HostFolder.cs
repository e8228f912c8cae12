namespace LiveGridStudio.App.Hosting;

/// <summary>
/// The host's own folder: the project's folder when it runs from the build output, so that edited files take effect at once; the program's
/// folder when published. It does not depend on the working directory.
/// </summary>
internal static class HostFolder
{
    private const string ProjectFile = "App.csproj";

    /// <summary>bin/Debug/net10.0 is three folders below the project, a runtime's folder one more.</summary>
    private const int MostLevels = 4;

    public static string Find()
    {
        // Only published output contains the site's files, wherever it was published to.
        if (Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")))
        {
            return AppContext.BaseDirectory;
        }

        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        for (var level = 0; folder is not null && level <= MostLevels; level++, folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, ProjectFile)))
            {
                return folder.FullName;
            }
        }

        return AppContext.BaseDirectory;
    }
}
