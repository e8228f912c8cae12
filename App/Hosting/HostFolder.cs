namespace LiveGridStudio.App.Hosting;

/// <summary>
/// The host's own folder: that of the project when it runs from the build output, so that an edit of its files takes effect
/// at once; that of the program when it is published. The working directory plays no part.
/// </summary>
internal static class HostFolder
{
    private const string ProjectFile = "App.csproj";

    /// <summary>bin/Debug/net10.0 lies three folders below the project, a runtime's folder one more.</summary>
    private const int MostLevels = 4;

    public static string Find()
    {
        // Only what is published carries the site's files with it, wherever it was published to.
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
