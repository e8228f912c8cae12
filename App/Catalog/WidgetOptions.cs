namespace LiveGridStudio.App.Catalog;

/// <summary>The paths of the host's own documents, section <c>Widgets</c>.</summary>
public sealed class WidgetOptions
{
    public const string SectionName = "Widgets";

    /// <value>The widget definitions, searched in the working directory, then in the host's own folder. Default <c>widgets.json</c>.</value>
    public string Path { get; set; } = "widgets.json";

    /// <value>The apps, searched in the same places. Default <c>apps.json</c>.</value>
    public string AppsPath { get; set; } = "apps.json";

    /// <value>The host's own folder; set by the host, not by a setting.</value>
    public string HostFolder { get; set; } = AppContext.BaseDirectory;

    /// <summary>
    /// The full path of a document: in the working directory if an entry with its name exists, even a broken link, else in the host's own
    /// folder. Accesses the disk.
    /// </summary>
    internal string Resolve(string path)
    {
        var here = System.IO.Path.GetFullPath(path);
        return System.IO.Path.Exists(here) || new FileInfo(here).LinkTarget is not null ? here : System.IO.Path.GetFullPath(System.IO.Path.Combine(HostFolder, path));
    }
}
