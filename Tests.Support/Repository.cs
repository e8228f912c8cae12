namespace LiveGridStudio.Tests.Support;

/// <summary>The folder of the sources, for tests that read them.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LiveGridStudio.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The repository is not above the tests.");
    }
}
